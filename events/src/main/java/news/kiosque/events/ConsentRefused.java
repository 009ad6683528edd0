package news.kiosque.events;

import java.time.Instant;

/**
 * A reader refused every purpose that may be refused.
 *
 * @param expiresAt from then on the choice is asked again
 */
public record ConsentRefused(String subject, long sequence, String noticeVersion, Instant at, Instant expiresAt)
        implements
            ConsentEvent {}
