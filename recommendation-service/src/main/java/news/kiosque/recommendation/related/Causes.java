package news.kiosque.recommendation.related;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import news.kiosque.events.Topics;
import news.kiosque.recommendation.intake.Replica;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells when that which caused a mark can be found here. A mark that names a place which the topic does not have, whether
 * by a forger or because the topic was made anew, does not wait for it.
 */
final class Causes {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Replica replica;
    private final int partitions = Topics.named(Topics.ARTICLE).partitions();
    private final Map<Integer, Long> ends = new HashMap<>();
    private long asked = System.nanoTime() - BETWEEN_QUESTIONS.toNanos();

    Causes(Replica replica) {
        this.replica = replica;
    }

    boolean isFound(ConsumerRecord<?, ?> mark, Consumer<?, ?> consumer) {
        return Cause.of(mark).map(cause -> isFound(cause, consumer)).orElse(true);
    }

    private boolean isFound(Cause cause, Consumer<?, ?> consumer) {
        if (cause.partition() < 0 || cause.partition() >= partitions
                || replica.visible(cause.partition()) > cause.offset()) {
            return true;
        }
        if (System.nanoTime() - asked >= BETWEEN_QUESTIONS.toNanos()) {
            asked = System.nanoTime();
            var all = java.util.stream.IntStream.range(0, partitions)
                    .mapToObj(one -> new TopicPartition(Topics.ARTICLE, one)).toList();
            consumer.endOffsets(all, PATIENCE).forEach((one, end) -> ends.put(one.partition(), end));
        }
        return ends.getOrDefault(cause.partition(), Long.MAX_VALUE) <= cause.offset();
    }
}
