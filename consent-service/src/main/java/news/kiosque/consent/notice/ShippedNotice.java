package news.kiosque.consent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.json.JsonMapper;

/** The notice that comes with Kiosque. */
final class ShippedNotice {
    private static final String PATH = "/notice/notice.json";

    private ShippedNotice() {}

    static Notice read() {
        try (InputStream in = ShippedNotice.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is not in the jar");
            }
            return new JsonMapper().readValue(in, Notice.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
