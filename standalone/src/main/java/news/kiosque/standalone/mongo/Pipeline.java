package news.kiosque.standalone.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

/** Runs an aggregation whose first match, sort, skip and limit are a query that indexes answer. */
final class Pipeline {

    private static final List<String> QUERY_STAGES = List.of("$match", "$sort", "$skip", "$limit");

    private final StoreDatabase database;
    private final DatabaseResolver databases;
    private final Oplog oplog;
    private final CursorRegistry cursors;

    Pipeline(StoreDatabase database, DatabaseResolver databases, Oplog oplog, CursorRegistry cursors) {
        this.database = database;
        this.databases = databases;
        this.oplog = oplog;
        this.cursors = cursors;
    }

    Document run(String command, Document aggregate) {
        var name = aggregate.get(command).toString();
        var collection = (StoreCollection) database.resolveCollection(name, false);
        var stages = new ArrayList<>(Aggregation.parse(aggregate.get("pipeline")));
        var query = takeQuery(stages);
        var rest = Aggregation.fromPipeline(stages, databases, database, collection, oplog);
        rest.validate(aggregate);
        if (collection == null) {
            return answer(name, aggregate, rest.runStagesAsStream(Stream.empty()));
        }
        if (isCount(stages)) {
            return answer(name, aggregate, count(collection, query, stages.getFirst()));
        }
        return answer(name, aggregate, rest.runStagesAsStream(find(collection, query)));
    }

    /** Takes the leading stages that are a query, in the order in which a query applies them. */
    private static Document takeQuery(List<Document> stages) {
        var query = new Document();
        int last = -1;
        while (!stages.isEmpty() && stages.getFirst().size() == 1) {
            var stage = stages.getFirst().entrySet().iterator().next();
            int place = QUERY_STAGES.indexOf(stage.getKey());
            if (place <= last) {
                break;
            }
            query.put(stage.getKey(), stage.getValue());
            stages.removeFirst();
            last = place;
        }
        return query;
    }

    private static Stream<Document> find(StoreCollection collection, Document query) {
        return collection.find((Document) query.getOrDefault("$match", new Document()), (Document) query.get("$sort"),
                number(query.get("$skip")), number(query.get("$limit")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Whether it only counts, as drivers do: {@code {$group: {_id: 1, n: {$sum: 1}}}}. */
    private static boolean isCount(List<Document> stages) {
        return stages.size() == 1 && stages.getFirst().get("$group") instanceof Document group && group.size() == 2
                && group.get("_id") instanceof Number && new Document("$sum", 1).equals(group.get("n"));
    }

    private static Stream<Document> count(StoreCollection collection, Document query, Document stage) {
        int count = collection.count((Document) query.get("$match"), (int) number(query.get("$skip")),
                (int) number(query.get("$limit")));
        var id = ((Document) stage.get("$group")).get("_id");
        return count == 0 ? Stream.empty() : Stream.of(new Document("_id", id).append("n", count));
    }

    private Document answer(String collection, Document aggregate, Stream<Document> documents) {
        var namespace = database.getDatabaseName() + "." + collection;
        var options = (Document) aggregate.getOrDefault("cursor", new Document());
        var rest = Batches.draining(new ArrayDeque<>(documents.toList()));
        var first = Batches.next(rest, (int) number(options.get("batchSize")));
        long id = 0;
        if (rest.hasNext()) {
            var cursor = new Batches(cursors.generateCursorId(), rest);
            cursors.add(cursor);
            id = cursor.getId();
        }
        return new Document("cursor", new Document("id", id).append("ns", namespace).append("firstBatch", first))
                .append("ok", 1.0);
    }
}
