package news.kiosque.articles.importer;

import java.util.UUID;

import news.kiosque.articles.article.BlockReader;
import news.kiosque.articles.text.Digests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which article a line of an archive is about.
 *
 * @param source the archive's name
 * @param id its id there; empty where the line has none
 */
record Identity(String source, String id) {
    private static final UUID NAMESPACE = UUID.fromString("0d1c2f5e-7a64-4a43-8c0d-6f6f3a3b9e51");

    /** @param otherwise the archive's name where the line names none */
    static Identity of(ObjectNode line, String otherwise) {
        String source = text(line.get(LineFields.SOURCE));
        return new Identity(source.isEmpty() ? otherwise : source, text(line.get(LineFields.ID)));
    }

    /** Always the same for the same line's id; that of an article of Kiosque's own stays what it is. */
    String article() {
        return BlockReader.isId(id) ? id : Digests.uuid(NAMESPACE, source + "\n" + id);
    }

    private static String text(JsonNode value) {
        return value != null && value.isString() ? value.stringValue().strip() : "";
    }
}
