package news.kiosque.articles.article;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A place in a list that is sorted newest first; what comes next is older, or as old with a lower id. */
public record Cursor(Instant at, String id) {

    /** As an opaque text for an address. */
    public String encoded() {
        String plain = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text was not made by {@link #encoded()}. */
    public static Optional<Cursor> decoded(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
