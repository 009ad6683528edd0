package news.kiosque.recommendation.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import news.kiosque.events.Event;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows all partitions of a topic on a thread of its own, outside of any group, and goes on for as long as the service
 * lives. When reading or taking fails it begins again from where the {@link Follower} says.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Takes what is read. */
    public interface Follower {

        /**
         * Called once the partitions are known and before anything is read.
         *
         * @param ends by partition, the offset after the last committed record
         * @return by partition, the offset to read from; a partition that is left out is read from the start
         */
        Map<Integer, Long> begin(Map<Integer, Long> ends) throws Exception;

        /** @param next by partition, the offset that comes next once these records are taken */
        void take(ConsumerRecords<String, Event> records, Map<Integer, Long> next) throws Exception;

        /** Called every now and then. @throws Exception when it can take nothing more before it has begun again */
        default void check() throws Exception {}
    }

    private final ConsumerFactory<String, Event> consumers;
    private final String topic;
    private final Follower follower;
    private final Thread thread;
    private volatile boolean open = true;
    private Duration pause = FIRST_PAUSE;
    private String told = "";

    public TopicFollower(ConsumerFactory<String, Event> consumers, String topic, Follower follower) {
        this.consumers = consumers;
        this.topic = topic;
        this.follower = follower;
        this.thread = Thread.ofPlatform().name("follow-" + topic).daemon().unstarted(this::follow);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (open) {
            try (Consumer<String, Event> consumer = consumers.createConsumer(null, "follow-" + topic, null, small())) {
                read(consumer);
            } catch (Exception e) {
                report(e);
                pause();
            }
        }
    }

    private void read(Consumer<String, Event> consumer) throws Exception {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition())).toList();
        consumer.assign(partitions);
        Map<Integer, Long> from = follower.begin(byPartition(consumer.endOffsets(partitions)));
        consumer.seekToBeginning(partitions);
        from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
        Map<Integer, Long> taken = Map.of();
        while (open) {
            ConsumerRecords<String, Event> records = consumer.poll(PATIENCE);
            Map<Integer, Long> next = positions(consumer, partitions);
            if (!records.isEmpty() || !next.equals(taken)) {
                follower.take(records, next);
                taken = next;
                pause = FIRST_PAUSE;
            }
            follower.check();
        }
    }

    private static Map<Integer, Long> positions(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<Integer, Long> next = new HashMap<>();
        partitions.forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        return next;
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> found = new HashMap<>();
        offsets.forEach((partition, offset) -> found.put(partition.partition(), offset));
        return found;
    }

    /** What is read at once lies on the heap. */
    private static Properties small() {
        Properties settings = new Properties();
        settings.put("fetch.max.bytes", "4194304");
        settings.put("max.partition.fetch.bytes", "1048576");
        settings.put("max.poll.records", "200");
        return settings;
    }

    /** The same trouble again and again is told in full once. */
    private void report(Exception failure) {
        if (failure.toString().equals(told)) {
            LOG.warn("Following {} still fails: {}", topic, told);
        } else {
            LOG.error("Following {} failed; it is tried again", topic, failure);
            told = failure.toString();
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        } catch (InterruptedException e) {
            open = false;
        }
    }
}
