package news.kiosque.platform.kafka;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes where a record lies that could not be processed, and why. The record itself is not copied: what is erased from
 * its topic must not live on among the dead letters.
 */
public final class DeadLetters implements ConsumerRecordRecoverer {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaOperations<String, byte[]> kafka;
    private final String service;
    private final InstantSource clock;

    public DeadLetters(KafkaOperations<String, byte[]> kafka, String service, InstantSource clock) {
        this.kafka = kafka;
        this.service = service;
        this.clock = clock;
    }

    /** @throws IllegalStateException when it could not be noted: the record is then tried again */
    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        String reason = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        LOG.warn("Dead letter: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
        var letter = new ProducerRecord<>(Topics.deadLettersOf(record.topic()), record.partition(),
                record.key() == null ? null : record.key().toString(),
                JSON.writeValueAsBytes(describe(record, reason)));
        try {
            kafka.send(letter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The dead letter could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while writing a dead letter", e);
        }
    }

    private Map<String, Object> describe(ConsumerRecord<?, ?> record, String reason) {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("topic", record.topic());
        letter.put("partition", record.partition());
        letter.put("offset", record.offset());
        letter.put("service", service);
        letter.put("reason", reason);
        letter.put("at", clock.instant().toString());
        return letter;
    }
}
