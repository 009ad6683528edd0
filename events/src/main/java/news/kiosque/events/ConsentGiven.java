package news.kiosque.events;

import java.time.Instant;
import java.util.List;

/**
 * A reader agreed to some purposes.
 *
 * @param purposes those agreed to; at least one, never {@code necessary}
 * @param expiresAt from then on the choice counts as a refusal and is asked again
 */
public record ConsentGiven(String subject, long sequence, String noticeVersion, List<String> purposes, Instant at,
        Instant expiresAt) implements ConsentEvent {}
