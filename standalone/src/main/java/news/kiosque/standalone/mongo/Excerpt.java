package news.kiosque.standalone.mongo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a document are wanted: by a projection, by the query that it must match and by the order asked for. The
 * rest of it is not made into objects, which is most of what reading it costs.
 */
final class Excerpt {

    /** All of the document. */
    static final Excerpt WHOLE = new Excerpt(true);

    private final Map<String, Excerpt> parts = new HashMap<>();
    private boolean whole;

    private Excerpt(boolean whole) {
        this.whole = whole;
    }

    /** @param fields which are to be answered; empty for all */
    static Excerpt of(@Nullable Document fields, Document query, @Nullable Document order) {
        var excerpt = new Excerpt(false);
        boolean told = fields != null && excerpt.addIncluded(fields) && excerpt.addQueried(query)
                && (order == null || order.keySet().stream().allMatch(excerpt::add));
        return told ? excerpt : WHOLE;
    }

    /** What is needed to tell whether a document matches. */
    static Excerpt toMatch(Document query) {
        var excerpt = new Excerpt(false);
        return excerpt.addQueried(query) ? excerpt : WHOLE;
    }

    /** Whether only fields are named that are to be in the answer, so that all others need not be there. */
    private boolean addIncluded(Document fields) {
        add(IdIndex.ID);
        boolean included = fields.entrySet().stream().allMatch(field -> isPlain(field.getValue())
                && (Utils.isTrue(field.getValue()) ? add(field.getKey()) : field.getKey().equals(IdIndex.ID)));
        return included && fields.values().stream().anyMatch(Utils::isTrue);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private boolean addQueried(Document query) {
        return query.entrySet().stream().allMatch(condition -> switch (condition.getKey()) {
            case "$and", "$or", "$nor" -> condition.getValue() instanceof Collection<?> branches && branches.stream()
                    .allMatch(branch -> branch instanceof Document each && addQueried(each));
            default -> add(condition.getKey());
        });
    }

    /** A step that is a number may mean a place in an array, so all from there on is wanted. */
    private boolean add(String path) {
        var at = this;
        for (var step : path.split("\\.")) {
            if (step.isEmpty() || step.startsWith("$")) {
                return false;
            }
            if (Character.isDigit(step.charAt(0))) {
                break;
            }
            at = at.parts.computeIfAbsent(step, any -> new Excerpt(false));
        }
        at.whole = true;
        return true;
    }

    boolean isWhole() {
        return whole;
    }

    /** Of the field of this name, or null when nothing of it is wanted. */
    @Nullable
    Excerpt of(String name) {
        return whole ? WHOLE : parts.get(name);
    }
}
