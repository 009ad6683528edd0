package news.kiosque.recommendation.related;

import java.net.URI;
import java.time.Instant;

import news.kiosque.events.RelatedDeferred;
import news.kiosque.events.RelatedEvent;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list that has to be computed anew, once its owner knows the cause.
 *
 * @param cause null where there is none: it is computed from what is there
 */
record Mark(RelatedEvent event, @Nullable Cause cause, Instant at) {

    /** @param later whether it is in no hurry */
    static Mark ofOther(String articleId, String changed, Cause cause, boolean later, Instant now) {
        return new Mark(later
                ? new RelatedDeferred(articleId, changed, now)
                : new RelatedOutdated(articleId, changed, now), cause, now);
    }

    /** An article whose own list waits until nothing more urgent does. */
    static Mark ofNew(String articleId, Cause cause, Instant now) {
        return new Mark(new RelatedDeferred(articleId, RelatedDeferred.NEW, now), cause, now);
    }

    /** A list that is computed anew because somebody asked for all. */
    static Mark ofRecompute(String articleId, Instant now) {
        return new Mark(new RelatedDeferred(articleId, RelatedDeferred.RECOMPUTE, now), null, now);
    }

    ProducerRecord<String, byte[]> toRecord(URI source) {
        ProducerRecord<String, byte[]> record = OutgoingEvent.of(event, at).toRecord(source);
        if (cause != null) {
            cause.writeTo(record.headers());
        }
        return record;
    }
}
