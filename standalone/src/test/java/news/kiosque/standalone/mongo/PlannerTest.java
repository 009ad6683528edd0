package news.kiosque.standalone.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever matches a query lies where the plan looks, whichever index it looks in, and in the order asked for. */
class PlannerTest {

    private static final int ROUNDS = Integer.getInteger("kiosque.random.rounds", 40);
    private static final long SEED = Long.getLong("kiosque.random.seed", 20261127);
    private static final int DOCUMENTS = 30;
    private static final int QUERIES = 200;

    @TempDir
    Path folder;

    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private final TreeMap<byte[], Document> documents = new TreeMap<>(Arrays::compareUnsigned);

    @Test
    void looksWhereverAMatchMayLie() {
        try (var store = StoreFile.open(folder.resolve("mongo.store"), 16)) {
            for (int round = 0; round < ROUNDS; round++) {
                var news = new RandomNewsroom(SEED + round);
                var indexes = store.write(() -> fill(store, news));
                for (int query = 0; query < QUERIES; query++) {
                    ask(news, indexes, "seed " + (SEED + round) + ", query " + query);
                }
            }
        }
    }

    @Test
    void countsWithoutReadingWhatLiesTogether() {
        try (var store = StoreFile.open(folder.resolve("mongo.store"), 16)) {
            var index = new OrderedIndex("month", keys(new org.bson.Document("state", 1).append("month", 1)), false,
                    false, new Document(), store.table("index month"), store.table("index traits"), true);
            store.write(() -> {
                IntStream.range(0, 10).mapToObj(i -> new Document("_id", i).append("state", i < 7 ? "live" : "draft")
                        .append("month", i % 2)).forEach(
                                each -> index.add(each, KeyEncoder.encode(each.get("_id")), null));
                return index;
            });
            var planner = new Planner(List.of(index));
            assertThat(planner.exact(new Document("state", "live")).positions()).hasSize(7);
            assertThat(planner.exact(new Document("month", 1).append("state", "live")).positions()).hasSize(3);
            assertThat(planner.exact(new Document("month", 1))).isNull();
            assertThat(planner.exact(new Document("state", new Document("$ne", "live")))).isNull();
        }
    }

    private List<OrderedIndex> fill(StoreFile store, RandomNewsroom news) {
        store.tableNames("index").forEach(store::drop);
        documents.clear();
        List<OrderedIndex> indexes = new ArrayList<>();
        for (var keys : news.indexes()) {
            boolean partial = news.chance(20);
            indexes.add(new OrderedIndex("index" + indexes.size(), keys(keys), !partial && news.chance(30), false,
                    partial ? new Document("flag", true) : new Document(), store.table("index " + indexes.size()),
                    store.table("index traits"), true));
        }
        IntStream.range(0, news.chance(50) ? DOCUMENTS : 3).forEach(i -> {
            var document = converted(news.document("id" + i));
            var position = KeyEncoder.encode(document.get("_id"));
            documents.put(position, document);
            indexes.forEach(index -> index.add(document, position, null));
        });
        return indexes;
    }

    private void ask(RandomNewsroom news, List<OrderedIndex> indexes, String which) {
        var query = converted(news.chance(10) ? news.elementQuery() : news.query());
        var sort = converted(news.sort());
        var matching = documents.entrySet().stream().filter(each -> matcher.matches(each.getValue(), query))
                .map(each -> each.getValue().get("_id")).toList();
        for (var index : indexes) {
            Plan plan;
            try {
                plan = new Planner(List.of(index)).plan(query, sort, 0);
            } catch (NoSuchElementException unusable) {
                continue;
            }
            var exact = new Planner(List.of(index)).exact(query);
            assertThat(exact == null ? matching.size() : exact.positions().count())
                    .as("%s: %s counted by %s %s of %s", which, query, index.getKeys(), index.filter(),
                            documents.values())
                    .isEqualTo(matching.size());
            var found = plan.positions().map(documents::get).filter(each -> matcher.matches(each, query)).toList();
            assertThat(found)
                    .as("%s: %s by %s %s of %s", which, query, index.getKeys(), index.filter(), documents.values())
                    .extracting(each -> each.get("_id")).containsExactlyInAnyOrderElementsOf(matching);
            if (plan.ordered()) {
                var keys = new SortKeys(sort);
                assertThat(found.stream().map(keys::of).toList()).as("%s: order %s by %s", which, sort, index.getKeys())
                        .isSortedAccordingTo(Arrays::compareUnsigned);
            }
        }
    }

    private static List<IndexKey> keys(org.bson.Document keys) {
        return keys.entrySet().stream().map(key -> new IndexKey(key.getKey(), key.getValue().equals(1))).toList();
    }

    private static Document converted(org.bson.Document document) {
        var buffer = new RawBsonDocument(document, new DocumentCodec()).getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return StoredDocuments.decode(bytes, Excerpt.WHOLE);
    }
}
