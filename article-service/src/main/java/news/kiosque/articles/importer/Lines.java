package news.kiosque.articles.importer;

import java.io.ByteArrayOutputStream;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/** Values as lines of JSON. */
final class Lines {
    private static final JsonMapper JSON = new JsonMapper();

    private Lines() {}

    static byte[] of(List<?> values) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        values.forEach(value -> {
            lines.writeBytes(JSON.writeValueAsBytes(value));
            lines.write('\n');
        });
        return lines.toByteArray();
    }
}
