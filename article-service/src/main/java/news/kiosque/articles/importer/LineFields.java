package news.kiosque.articles.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a line, and what each says before anything is made of it. */
final class LineFields {
    static final String ID = "id";
    static final String SOURCE = "source";
    static final String LANG = "lang";
    static final String TITLE = "title";
    static final String STANDFIRST = "standfirst";
    static final String BODY = "body";
    static final String BLOCKS = "blocks";
    static final String PUBLISHED = "published";
    static final String SECTION = "section";
    static final String SUBSECTION = "subsection";
    static final String TAGS = "tags";
    static final String AUTHOR = "author";
    static final String AUTHORS = "authors";
    static final String URL = "url";
    static final List<String> ALL = List.of(ID, SOURCE, LANG, TITLE, STANDFIRST, BODY, BLOCKS, PUBLISHED, SECTION,
            SUBSECTION, TAGS, AUTHOR, AUTHORS, URL);

    private static final JsonMapper JSON = new JsonMapper();

    private LineFields() {}

    /** All that is known here, in one order, so that the same line has the same bytes however it is laid out. */
    static byte[] canonical(ObjectNode line) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        ALL.forEach(name -> {
            JsonNode value = line.get(name);
            if (value != null && !value.isNull()) {
                known.put(name, value);
            }
        });
        return JSON.writeValueAsBytes(known);
    }

    /** As it is written: a text, a list of texts, or null. */
    static @Nullable Object written(ObjectNode line, String name) {
        JsonNode value = line.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isArray() ? value.values().stream().map(JsonNode::stringValue).toList() : value.stringValue();
    }
}
