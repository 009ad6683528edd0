package news.kiosque.consent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The notice that comes with Kiosque. */
public final class ShippedNotice {
    private static final String PATH = "/notice/notice.json";

    private ShippedNotice() {}

    /** The notice with the texts that pages have come to show since it was published. */
    static Notice completing(Notice notice) {
        Notice shipped = read();
        Map<String, Words> words = new HashMap<>();
        notice.words().forEach((language, texts) -> words.put(language,
                shipped.languages().contains(language) ? texts.completedBy(shipped.in(language)) : texts));
        return new Notice(notice.version(), notice.updated(), notice.purposes(), words);
    }

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
