package news.kiosque.standalone.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** What can be told of an index from how it was described when it was made. */
final class IndexDescriptions {

    private static final int INDEX_CONFLICT = 86;
    private static final List<String> TRAITS = List.of("key", "unique", "sparse", "partialFilterExpression");

    private IndexDescriptions() {}

    /** @throws MongoServerError when an index of that name is there that is another */
    static void refuseConflict(Document known, Document wanted) {
        for (var trait : TRAITS) {
            boolean same = known.get(trait) instanceof Document
                    ? Objects.equals(known.get(trait), wanted.get(trait))
                    : Utils.isTrue(known.get(trait)) == Utils.isTrue(wanted.get(trait));
            if (!same) {
                throw new MongoServerError(INDEX_CONFLICT, "IndexKeySpecsConflict",
                        "an index of the name " + wanted.get("name") + " with another " + trait
                                + " exists: drop it first");
            }
        }
    }

    /** Whether {@code dropIndexes} means it by these names or keys; the order of the ids is never dropped. */
    static boolean isMeant(Document index, @Nullable Object which) {
        return !index.get("name").equals("_id_") && ("*".equals(which) || Objects.equals(index.get("name"), which)
                || Objects.equals(index.get("key"), which)
                || which instanceof Collection<?> names && names.contains(index.get("name")));
    }
}
