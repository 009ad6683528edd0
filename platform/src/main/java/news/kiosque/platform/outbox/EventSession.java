package news.kiosque.platform.outbox;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * One relay's time at the producer of the fixed transactional id. Opening it ends every session before it, for ever;
 * what was read from the store before it was opened must not be sent by it. It is over with the first failure.
 */
final class EventSession implements AutoCloseable {
    private static final List<Class<? extends Throwable>> FENCED = List.of(ProducerFencedException.class,
            InvalidProducerEpochException.class);
    private static final List<Class<? extends Throwable>> HOPELESS = List.of(RecordTooLargeException.class,
            RecordBatchTooLargeException.class, InvalidRecordException.class, SerializationException.class);

    private final URI source;
    private final Producer<String, byte[]> producer;

    /** Blocks until the broker has given the transactional id to this producer. */
    EventSession(URI source, Producer<String, byte[]> producer) {
        this.source = source;
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
     * @throws Hopeless when one of them will never be taken; nothing was sent then
     * @throws Suspect when one of several will never be taken, and Kafka does not say which; nothing was sent then
     * @throws Fenced when another relay has opened a session since
     * @throws KafkaException when it may go well another time, in another session
     */
    void send(List<OutgoingEvent> events) {
        List<Future<?>> acknowledgements = new ArrayList<>();
        try {
            producer.beginTransaction();
            for (OutgoingEvent event : events) {
                acknowledgements.add(send(event));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            // One failure ends the whole transaction, and with it every record that had not left yet.
            List<Throwable> failures = Stream
                    .concat(Stream.of(e), acknowledgements.stream().flatMap(EventSession::failure)).toList();
            if (failures.stream().anyMatch(failure -> is(failure, FENCED))) {
                throw new Fenced(e);
            }
            if (failures.stream().noneMatch(failure -> is(failure, HOPELESS))) {
                throw e;
            }
            throw events.size() == 1 ? new Hopeless(events.getFirst(), failures.getLast()) : new Suspect(e);
        }
    }

    /** What the producer itself refuses it refuses at once, so that it is clear what it refuses. */
    private Future<?> send(OutgoingEvent event) {
        Future<?> sent;
        try {
            sent = producer.send(event.toRecord(source));
        } catch (SerializationException | IllegalArgumentException e) {
            throw new Hopeless(event, e);
        }
        failure(sent).filter(failure -> is(failure, HOPELESS)).findFirst().ifPresent(failure -> {
            throw new Hopeless(event, failure);
        });
        return sent;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /** Why it failed, if it has. */
    private static Stream<Throwable> failure(Future<?> sent) {
        return sent.state() == Future.State.FAILED ? Stream.of(sent.exceptionNow()) : Stream.empty();
    }

    private static boolean is(Throwable failure, List<Class<? extends Throwable>> kinds) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
