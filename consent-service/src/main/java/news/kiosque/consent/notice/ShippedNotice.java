package news.kiosque.consent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The notice that comes with Kiosque. */
public final class ShippedNotice {
    private static final String PATH = "/notice/notice.json";

    private ShippedNotice() {}

    public static Notice read() {
        try (InputStream in = ShippedNotice.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException(PATH + " is not in the jar");
            }
            return NoticeJson.read(in.readAllBytes(), Notice.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
