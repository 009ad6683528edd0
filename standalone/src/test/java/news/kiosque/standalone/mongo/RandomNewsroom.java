package news.kiosque.standalone.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.bson.Document;
import org.bson.conversions.Bson;

/** Random documents, queries, orders and updates, of few values, so that they meet often. */
final class RandomNewsroom {

    private static final List<String> WORDS = List.of("", "a", "ab", "abc", "b", "été", "Été", "z\u0001", "z\u0000a",
            "😀", "\uFFFD");
    private static final List<String> FIELDS = List.of("n", "s", "tags", "at", "sub.k", "list.k", "flag", "any");

    private final Random random;

    RandomNewsroom(long seed) {
        this.random = new Random(seed);
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Object id() {
        return "id" + random.nextInt(400);
    }

    Document document(Object id) {
        var document = new Document("_id", id);
        if (chance(90)) {
            document.append("n", number());
        }
        if (chance(90)) {
            document.append("s", any(WORDS));
        }
        if (chance(80)) {
            document.append("tags", chance(20) ? any(WORDS) : chance(10) ? null : words());
        }
        if (chance(80)) {
            document.append("at", date());
        }
        if (chance(70)) {
            document.append("sub", chance(10) ? null : chance(80) ? new Document("k", number()) : new Document());
        }
        if (chance(70)) {
            document.append("list", elements());
        }
        if (chance(50)) {
            document.append("flag", chance(50));
        }
        if (chance(70)) {
            document.append("any", anything());
        }
        return document;
    }

    private Object number() {
        int small = random.nextInt(12) - 4;
        return switch (random.nextInt(5)) {
            case 0 -> (long) small;
            case 1 -> (double) small;
            case 2 -> small + 0.5;
            default -> small;
        };
    }

    private Date date() {
        return Date.from(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(20)));
    }

    private List<String> words() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> any(WORDS)).toList();
    }

    private List<Document> elements() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> element()).toList();
    }

    private Document element() {
        return chance(90) ? new Document("k", number()).append("v", any(WORDS)) : new Document("v", "x");
    }

    private Object anything() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> any(WORDS);
            case 2 -> chance(50);
            case 3 -> date();
            case 4 -> words();
            case 5 -> new Document("x", number());
            default -> number();
        };
    }

    private Object value(String field) {
        return switch (field) {
            case "n", "sub.k", "list.k" -> number();
            case "s", "tags" -> any(WORDS);
            case "at" -> date();
            case "flag" -> chance(50);
            default -> anything();
        };
    }

    Document query() {
        if (chance(5)) {
            return new Document();
        }
        var query = new Document();
        IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> {
            var field = any(FIELDS);
            query.append(field, condition(field));
        });
        if (chance(15)) {
            query.append("_id", chance(50) ? id() : new Document("$in", List.of(id(), id(), id())));
        }
        if (chance(15)) {
            query.append("$or", List.of(simple(), simple()));
        }
        if (chance(10)) {
            query.append("$and", List.of(simple(), simple()));
        }
        return query;
    }

    private Document simple() {
        var field = any(FIELDS);
        return new Document(field, condition(field));
    }

    private Object condition(String field) {
        return switch (random.nextInt(14)) {
            case 0 -> new Document("$in", List.of(value(field) instanceof Document ? 1 : any(WORDS), 1, 2.0));
            case 1 -> new Document("$gt", scalar(field));
            case 2 -> new Document("$gte", scalar(field)).append("$lt", scalar(field));
            case 3 -> new Document("$lte", scalar(field));
            case 4 -> new Document("$exists", chance(70));
            case 5 -> new Document("$ne", scalar(field));
            case 6 -> new Document("$nin", List.of(scalar(field), scalar(field)));
            case 7 -> !List.of("s", "tags").contains(field)
                    ? scalar(field)
                    : Pattern.compile("^" + any(List.of("a", "ab", "é", "ab?", "a*")));
            case 8 -> new Document("$in", Arrays.asList(scalar(field), null));
            case 9 -> field.startsWith("list")
                    ? new Document("$gte", scalar(field)).append("$lte", scalar(field))
                    : chance(50) ? null : new Document("$eq", scalar(field));
            default -> scalar(field);
        };
    }

    /** Something other than a document or a list, which the two servers compare in ways of their own. */
    private Object scalar(String field) {
        var value = value(field);
        return value == null || value instanceof Document || value instanceof List ? number() : value;
    }

    Document elementQuery() {
        return new Document("list", new Document("$elemMatch",
                new Document("k", new Document("$gte", number())).append("v",
                        chance(50) ? any(WORDS) : new Document("$gt", "a"))));
    }

    /** An order without ties. */
    Document sort() {
        var sort = new Document();
        IntStream.range(0, random.nextInt(3)).forEach(i -> sort.append(any(FIELDS), chance(50) ? 1 : -1));
        return sort.append("_id", chance(50) ? 1 : -1);
    }

    Bson update() {
        return switch (random.nextInt(9)) {
            case 0 -> new Document("$set", new Document("s", any(WORDS)).append("at", date()));
            case 1 ->
                new Document("$unset", new Document(any(List.of("n", "s", "tags", "sub", "list", "flag", "any")), ""));
            case 2 -> new Document("$inc", new Document("n", 1));
            case 3 -> new Document("$push", new Document("list", element()));
            case 4 -> new Document("$push", new Document("list", new Document("$each", elements())));
            case 5 -> new Document("$pull", new Document("list", new Document("v", any(WORDS))));
            case 6 -> new Document("$min", new Document("n", number())).append("$set", new Document("any", anything()));
            case 7 -> new Document("$max", new Document("at", date())).append("$set", new Document("tags", words()));
            default -> new Document("$addToSet", new Document("list", element()));
        };
    }

    List<Document> indexes() {
        var indexes = new ArrayList<>(List.of(new Document("n", 1), new Document("s", -1).append("at", 1),
                new Document("tags", 1).append("at", -1), new Document("at", -1),
                new Document("sub.k", 1).append("n", -1),
                new Document("list.k", 1), new Document("flag", 1).append("s", 1).append("n", -1),
                new Document("any", -1),
                new Document("s", 1).append("tags", 1).append("n", 1)));
        Collections.shuffle(indexes, random);
        return indexes;
    }
}
