package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The answers to the parts of an update, one after the other, as one answer. */
final class UpdateAnswers {

    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> refused = new ArrayList<>();
    private int parts;
    private int matched;
    private int modified;

    /** Whether the part was done, so that the next may be. */
    boolean add(Document answer) {
        matched += ((Number) answer.get("n")).intValue();
        modified += ((Number) answer.get("nModified")).intValue();
        append(answer.get("upserted"), upserted);
        append(answer.get("writeErrors"), refused);
        parts++;
        return refused.isEmpty();
    }

    private void append(@Nullable Object found, List<Document> to) {
        if (found instanceof Collection<?> all) {
            all.forEach(each -> to.add(new Document((Document) each).append("index", parts)));
        }
    }

    Document together() {
        var answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.append("upserted", upserted);
        }
        if (!refused.isEmpty()) {
            answer.append("writeErrors", refused);
        }
        return answer.append("ok", 1.0);
    }
}
