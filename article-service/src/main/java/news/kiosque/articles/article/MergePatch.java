package news.kiosque.articles.article;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes to a document as a document (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /** The target with the patch merged into it: null takes a field away, objects are merged, all else is replaced. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        for (var field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode old = merged.get(field.getKey()) instanceof ObjectNode object
                        ? object
                        : merged.objectNode();
                merged.set(field.getKey(), apply(old, inner));
            } else {
                merged.set(field.getKey(), value);
            }
        }
        return merged;
    }
}
