package news.kiosque.consent.notice;

import java.time.Instant;

/**
 * A text that readers were asked, kept as it was for as long as proofs name it.
 *
 * @param textHash SHA-256 of {@code text}, in hex
 * @param text all that bore on the choice, as JSON
 */
public record StoredText(String textHash, String version, String language, String mode, String text, String html,
        Instant firstShownAt) {}
