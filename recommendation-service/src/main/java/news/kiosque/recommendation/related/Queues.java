package news.kiosque.recommendation.related;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How many records wait on this instance's partitions, by lane, as it was a second ago. */
final class Queues {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Map<Lane, AtomicLong> waiting = new EnumMap<>(Lane.class);
    private long looked = System.nanoTime();

    Queues(MeterRegistry meters) {
        for (Lane lane : Lane.values()) {
            AtomicLong records = new AtomicLong();
            waiting.put(lane, records);
            Gauge.builder("kiosque.related.waiting", records, AtomicLong::get)
                    .description("Records on this instance's partitions that are not worked off")
                    .tag("lane", lane.name().toLowerCase(Locale.ROOT)).register(meters);
        }
    }

    /** Looks once a second, on the thread that polls. */
    void look(Consumer<?, ?> consumer, Backlog backlog) {
        if (System.nanoTime() - looked < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        for (Lane lane : Lane.values()) {
            long unread = 0;
            for (TopicPartition partition : consumer.assignment()) {
                unread += partition.topic().equals(lane.topic()) ? consumer.currentLag(partition).orElse(0) : 0;
            }
            waiting.get(lane).set(unread + backlog.size(lane));
        }
    }
}
