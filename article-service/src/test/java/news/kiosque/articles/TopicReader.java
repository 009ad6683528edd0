package news.kiosque.articles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import news.kiosque.events.Event;
import news.kiosque.platform.kafka.EventDeserializer;
import news.kiosque.testkit.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its start, as a new consumer would. */
public final class TopicReader {

    private TopicReader() {}

    /** All events of a key, in order. */
    public static List<Event> events(String topic, String key) {
        return events(TestKafka.bootstrapServers(), topic, key);
    }

    /** The same of another broker. */
    public static List<Event> events(String bootstrapServers, String topic, String key) {
        return all(bootstrapServers, topic).stream().filter(record -> key.equals(record.key()))
                .map(ConsumerRecord::value).toList();
    }

    /** All that is committed now. */
    public static List<ConsumerRecord<String, Event>> events(String topic) {
        return all(TestKafka.bootstrapServers(), topic);
    }

    private static List<ConsumerRecord<String, Event>> all(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "group.id",
                "reader-" + UUID.randomUUID(), "isolation.level", "read_committed", "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new EventDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, Event>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
