package news.kiosque.standalone.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its start, and later on from where it stopped; only what was committed. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    public TopicReader(String kafka, String topic) {
        consumer = consumer(kafka);
        partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(one -> new TopicPartition(topic, one.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Hands out what was committed since it read last.
     *
     * @throws IllegalStateException when Kafka does not give it
     */
    public void readOn(Consumer<ConsumerRecord<String, byte[]>> each) {
        readTo(consumer, consumer.endOffsets(partitions, PATIENCE), each);
    }

    static KafkaConsumer<String, byte[]> consumer(String kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        // What is read at once lies on the heap.
        settings.put("fetch.max.bytes", 2_000_000);
        settings.put("max.partition.fetch.bytes", 1_000_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static void readTo(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        var patience = Instant.now().plus(PATIENCE);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(each);
            if (!records.isEmpty()) {
                patience = Instant.now().plus(PATIENCE);
            } else if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("Kafka has not given all of " + ends.keySet() + " within "
                        + PATIENCE.toSeconds() + " s");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
