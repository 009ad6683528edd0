package news.kiosque.events;

import java.time.Instant;

/**
 * A reader has made, changed or taken back a choice. A consumer treats a subject whose last event is absent, expired or
 * of an older notice as one that has refused.
 */
public sealed interface ConsentEvent extends Event
        permits ConsentGiven, ConsentRefused, ConsentWithdrawn, ConsentErased {

    /** A random pseudonym; it says nothing about who the reader is. */
    String subject();

    /** Rises by one with each event of the subject, from 1. */
    long sequence();

    Instant at();

    @Override
    default String key() {
        return subject();
    }
}
