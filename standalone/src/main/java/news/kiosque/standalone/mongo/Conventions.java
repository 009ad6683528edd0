package news.kiosque.standalone.mongo;

import java.util.Collection;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

/** What MongoDB does with a command where nothing is said of it. */
final class Conventions {

    private static final int FIRST_BATCH = 101;

    private Conventions() {}

    static Document inBatches(Document find) {
        if (Utils.isTrue(find.get("singleBatch"))) {
            find.put("batchSize", find.getOrDefault("limit", FIRST_BATCH));
        }
        find.putIfAbsent("batchSize", FIRST_BATCH);
        return find;
    }

    /** Says how many documents were inserted, where some were refused. */
    static Document countInserted(Document insert, Document answer) {
        if (answer.get("writeErrors") instanceof Collection<?> errors) {
            int documents = ((Collection<?>) insert.get("documents")).size();
            var first = (Document) errors.iterator().next();
            answer.put("n", isOrdered(insert) ? first.get("index") : documents - errors.size());
        }
        return answer;
    }

    /** Whether the command ends at the first part that is refused. */
    static boolean isOrdered(Document command) {
        return command.get("ordered") == null || Utils.isTrue(command.get("ordered"));
    }
}
