package news.kiosque.events;

import java.time.Instant;

/** A reader took back what was agreed to. */
public record ConsentWithdrawn(String subject, long sequence, String noticeVersion, Instant at)
        implements
            ConsentEvent {}
