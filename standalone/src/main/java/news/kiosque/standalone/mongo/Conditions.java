package news.kiosque.standalone.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields, as stretches of encoded values.
 *
 * <p>Whatever matches the query lies in the stretches; what lies in them is still matched against the query.
 */
final class Conditions {

    /** One demand on a field: to be one of these points, or within an interval. */
    private record Demand(boolean points, List<Interval> intervals) {}

    private final Map<String, List<Demand>> demands = new LinkedHashMap<>();
    private final Map<String, List<Object>> raw = new LinkedHashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();

    private boolean points = true;

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.read(query);
        return conditions;
    }

    /** The {@code $or}s of the query, one of whose branches each must match. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    private void read(Document query) {
        query.forEach((field, condition) -> {
            if (field.equals("$and")) {
                documents(condition).forEach(this::read);
            } else if (field.equals("$or")) {
                alternatives.add(documents(condition));
                points = false;
            } else if (field.startsWith("$")) {
                points = false;
            } else {
                points &= comparable(condition) && !raw.containsKey(field);
                raw.computeIfAbsent(field, f -> new ArrayList<>())
                        .add(condition == null ? new Document("$eq", null) : condition);
                demand(field, condition);
            }
        });
    }

    static List<Document> documents(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream().filter(Document.class::isInstance).map(Document.class::cast).toList()
                : List.of();
    }

    private void demand(String field, @Nullable Object condition) {
        if (BsonRegularExpression.isRegularExpression(condition)) {
            demandBeginning(field, BsonRegularExpression.convertToRegularExpression(condition));
        } else if (condition instanceof Document operators) {
            operators.forEach((operator, operand) -> demand(field, operator, operand));
        } else {
            demand(field, "$eq", condition);
        }
    }

    private void demand(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> demandOneOf(field, Collections.singletonList(operand));
            case "$in" -> demandOneOf(field, operand instanceof Collection<?> all ? new ArrayList<>(all) : null);
            case "$gt", "$gte" -> demandFrom(field, operand);
            case "$lt", "$lte" -> demandUpTo(field, operand);
            case "$elemMatch" -> demandOfElement(field, operand);
            default -> {
                // left to the matching of each document
            }
        }
    }

    private void demandOneOf(String field, @Nullable List<?> values) {
        if (values == null
                || !values.stream().allMatch(value -> comparable(value) || value == null && !field.contains("."))) {
            return;
        }
        var points = new TreeSet<byte[]>(Arrays::compareUnsigned);
        values.forEach(value -> points.add(KeyEncoder.encode(value)));
        add(field, new Demand(true, points.stream().map(Interval::point).toList()));
    }

    private void demandFrom(String field, @Nullable Object operand) {
        if (comparable(operand)) {
            add(field, new Demand(false, List.of(new Interval(KeyEncoder.encode(operand), endOfType(operand)))));
        }
    }

    private void demandUpTo(String field, @Nullable Object operand) {
        if (comparable(operand)) {
            add(field, new Demand(false,
                    List.of(new Interval(new byte[]{KeyEncoder.type(operand)}, KeyEncoder.encode(operand)))));
        }
    }

    private void demandBeginning(String field, BsonRegularExpression expression) {
        var beginning = Beginning.of(expression);
        if (beginning != null) {
            var prefix = KeyEncoder.encodePrefix(beginning);
            add(field, new Demand(false, List.of(new Interval(prefix, prefix))));
        }
    }

    private void demandOfElement(String field, @Nullable Object operand) {
        if (operand instanceof Document element) {
            element.forEach((inner, condition) -> {
                if (!inner.startsWith("$")) {
                    demand(field + "." + inner, condition);
                }
            });
        }
    }

    private static byte[] endOfType(@Nullable Object value) {
        return new byte[]{KeyEncoder.type(value)};
    }

    /** Whether the value compares by its encoded bytes with all values that a condition can mean. */
    static boolean comparable(@Nullable Object value) {
        return switch (value) {
            case Integer _,Long _,Double _,String _,Boolean _,Instant _,ObjectId _,UUID _,BsonTimestamp _,BinData _ ->
                true;
            case null, default -> false;
        };
    }

    private void add(String field, Demand demand) {
        demands.computeIfAbsent(field, f -> new ArrayList<>()).add(demand);
    }

    /**
     * The stretches of the field's values in which everything lies that matches, or null when it may lie anywhere. With
     * arrays, two demands may be met by two elements, so only one demand counts then.
     */
    @Nullable
    List<Interval> intervals(String field, boolean arrays) {
        var all = demands.get(field);
        if (all == null) {
            return null;
        }
        for (var demand : all) {
            if (demand.points()) {
                return demand.intervals();
            }
        }
        return arrays
                ? all.getFirst().intervals()
                : List.of(Interval.intersection(all.stream().map(demand -> demand.intervals().getFirst()).toList()));
    }

    /** Whether the query is nothing but one value for each of these fields. */
    boolean arePointsOf(Collection<String> fields) {
        return points && fields.size() == raw.size() && raw.keySet().containsAll(fields);
    }

    /** Whether everything that matches the query matches this filter of an index too. */
    boolean imply(Document filter) {
        return filter.isEmpty() || new Implication(raw).of(filter);
    }
}
