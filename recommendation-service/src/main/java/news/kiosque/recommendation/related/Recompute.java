package news.kiosque.recommendation.related;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import news.kiosque.recommendation.index.LuceneIndex;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Asks for every list anew, newest article first. The wishes lie on {@code kiosque.related-backfill}, so they outlive this
 * instance, are shared by all, and wait for whatever is published meanwhile.
 */
final class Recompute {
    private static final URI SOURCE = URI.create("/recommendation-service");

    private final LuceneIndex index;
    private final KafkaOperations<String, byte[]> kafka;
    private final InstantSource clock;

    Recompute(LuceneIndex index, KafkaOperations<String, byte[]> kafka, InstantSource clock) {
        this.index = index;
        this.kafka = kafka;
        this.clock = clock;
    }

    /** @return how many lists were asked for, once all wishes are on the topic */
    int all() {
        Instant now = clock.instant();
        List<String> newestFirst = index.newestFirst();
        var sent = newestFirst.stream().map(id -> kafka.send(Mark.ofRecompute(id, now).toRecord(SOURCE))).toList();
        kafka.flush();
        sent.forEach(one -> one.join());
        return newestFirst.size();
    }
}
