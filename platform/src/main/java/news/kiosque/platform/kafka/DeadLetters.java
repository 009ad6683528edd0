package news.kiosque.platform.kafka;

import java.time.Duration;
import java.time.InstantSource;
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
    private static final int LONGEST_REASON = 1_000;
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
        String why = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        String reason = why.substring(0, Math.min(why.length(), LONGEST_REASON));
        LOG.warn("Dead letter: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
        var letter = new ProducerRecord<>(Topics.deadLettersOf(record.topic()), record.partition(),
                record.key() == null ? null : record.key().toString(),
                JSON.writeValueAsBytes(new DeadLetter(record.topic(), record.partition(), record.offset(), service,
                        reason, clock.instant().toString())));
        try {
            kafka.send(letter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The dead letter could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while writing a dead letter", e);
        }
    }
}
