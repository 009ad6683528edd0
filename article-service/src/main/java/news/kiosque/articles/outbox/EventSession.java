package news.kiosque.articles.outbox;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * One relay's time at the producer of the fixed transactional id. Opening it ends every session before it, for ever;
 * what was read from the store before it was opened must not be sent by it. It is over with the first failure.
 */
final class EventSession implements AutoCloseable {
    private static final URI SOURCE = URI.create("/article-service");
    private static final List<Class<? extends Throwable>> FENCED = List.of(ProducerFencedException.class,
            InvalidProducerEpochException.class);
    private static final List<Class<? extends Throwable>> HOPELESS = List.of(RecordTooLargeException.class,
            RecordBatchTooLargeException.class, InvalidRecordException.class, SerializationException.class);

    private final Producer<String, byte[]> producer;

    /** Blocks until the broker has given the transactional id to this producer. */
    EventSession(Producer<String, byte[]> producer) {
        this.producer = producer;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends all in one transaction, and blocks until it is committed.
     *
     * @return why some events will never be taken, by their id; when there are any, nothing was sent
     * @throws Fenced when another relay has opened a session since
     * @throws KafkaException when it may go well another time, in another session
     */
    Map<String, String> send(List<OutgoingEvent> events) {
        Map<String, Future<?>> acknowledgements = new LinkedHashMap<>();
        Map<String, String> hopeless = new LinkedHashMap<>();
        try {
            producer.beginTransaction();
            for (OutgoingEvent event : events) {
                try {
                    acknowledgements.put(event.id(), producer.send(event.toRecord(SOURCE)));
                } catch (SerializationException | IllegalArgumentException e) {
                    hopeless.put(event.id(), e.toString());
                }
            }
            if (hopeless.isEmpty()) {
                producer.commitTransaction();
            }
        } catch (KafkaException e) {
            acknowledgements.forEach((id, sent) -> {
                Throwable failure = failure(sent);
                if (is(failure, FENCED)) {
                    throw new Fenced(e);
                }
                if (is(failure, HOPELESS)) {
                    hopeless.put(id, String.valueOf(failure));
                }
            });
            if (hopeless.isEmpty()) {
                throw is(e, FENCED) ? new Fenced(e) : e;
            }
        }
        return hopeless;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static @Nullable Throwable failure(Future<?> sent) {
        try {
            if (sent.isDone()) {
                sent.get();
            }
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static boolean is(@Nullable Throwable failure, List<Class<? extends Throwable>> kinds) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable current = cause;
            if (kinds.stream().anyMatch(kind -> kind.isInstance(current))) {
                return true;
            }
        }
        return false;
    }
}
