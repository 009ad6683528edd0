package news.kiosque.consent.notice;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that readers were asked, kept as it was for as long as proofs name it.
 *
 * @param textHash SHA-256 of {@code text}, in hex
 * @param text all that bore on the choice, as JSON
 */
public record StoredText(String textHash, String version, String language, String mode, String text, String html,
        Instant firstShownAt) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** The purposes that were asked for, without the necessary one. */
    public List<Asked> purposes() {
        return JSON.readValue(text, Parts.class).purposes().stream()
                .filter(asked -> !asked.id().equals(Notice.NECESSARY)).toList();
    }

    /** A purpose as it was put to a reader. */
    public record Asked(String id, String name, String explanation, List<Notice.Vendor> vendors,
            List<AskedCookie> cookies) {}

    /** A cookie as it was named to a reader. */
    public record AskedCookie(String name, String host, int days) {}

    private record Parts(List<Asked> purposes) {}
}
