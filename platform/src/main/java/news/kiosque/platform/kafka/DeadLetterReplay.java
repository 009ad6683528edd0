package news.kiosque.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the records that this service's dead letters name processed again, read anew from where they lie. What was
 * processed already does no harm: every consumer passes over what is not newer than what it has.
 */
public final class DeadLetterReplay {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReplay.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ConsumerFactory<String, Event> consumers;
    private final String service;

    /** Processes one record again. */
    @FunctionalInterface
    public interface Processing {

        void process(ConsumerRecord<String, Event> record) throws Exception;
    }

    /**
     * What became of the letters.
     *
     * @param superseded those whose record is not there any more, because a later one of its key has taken its place
     * @param stillFailing those that failed again, with today's reason
     */
    public record Outcome(int letters, int replayed, int superseded, List<DeadLetter> stillFailing) {}

    public DeadLetterReplay(ConsumerFactory<String, Event> consumers, String service) {
        this.consumers = consumers;
        this.service = service;
    }

    /** This service's dead letters of a topic, one a record: the latest thousand. */
    public List<DeadLetter> letters(String topic) {
        Map<String, DeadLetter> found = new LinkedHashMap<>();
        try (Consumer<String, byte[]> consumer = plain().createConsumer()) {
            List<TopicPartition> partitions = partitions(consumer, Topics.deadLettersOf(topic));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(record -> read(record.value())
                        .filter(letter -> letter.service().equals(service) && letter.topic().equals(topic))
                        .ifPresent(letter -> found.put(letter.partition() + ":" + letter.offset(), letter)));
            }
        }
        List<DeadLetter> letters = List.copyOf(found.values());
        return letters.subList(Math.max(0, letters.size() - MOST), letters.size());
    }

    /** Processes every record again that a letter of {@link #letters} names. */
    public Outcome replay(String topic, Processing processing) {
        List<DeadLetter> letters = letters(topic);
        List<DeadLetter> failing = new ArrayList<>();
        int replayed = 0;
        int superseded = 0;
        if (letters.isEmpty()) {
            return new Outcome(0, 0, 0, failing);
        }
        try (Consumer<String, Event> consumer = consumers.createConsumer(null, "replay-" + topic, null, single())) {
            for (DeadLetter letter : letters) {
                try {
                    Optional<ConsumerRecord<String, Event>> record = read(consumer, letter);
                    if (record.isPresent()) {
                        processing.process(record.get());
                        replayed++;
                    } else {
                        superseded++;
                    }
                } catch (Exception e) {
                    String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e));
                    failing.add(new DeadLetter(letter.topic(), letter.partition(), letter.offset(), service, reason,
                            letter.at()));
                }
            }
        }
        LOG.info("Replayed {} of {} dead letters of {}; {} superseded, {} fail again", replayed, letters.size(), topic,
                superseded, failing.size());
        return new Outcome(letters.size(), replayed, superseded, failing);
    }

    /** The record at these coordinates; none when compaction or retention has removed it. */
    private static Optional<ConsumerRecord<String, Event>> read(Consumer<String, Event> consumer, DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, letter.offset());
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) <= letter.offset() && letter.offset() < end) {
            for (ConsumerRecord<String, Event> record : consumer.poll(PATIENCE)) {
                return record.offset() == letter.offset() ? Optional.of(record) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<DeadLetter> read(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, DeadLetter.class));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(topic, one.partition())).toList();
    }

    private DefaultKafkaConsumerFactory<String, byte[]> plain() {
        return new DefaultKafkaConsumerFactory<>(consumers.getConfigurationProperties(), new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Properties single() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        return settings;
    }
}
