package news.kiosque.platform.outbox;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A relay's sessions at Kafka, one after the other, on one thread where they may block. */
public final class EventSessions {
    private final URI source;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Scheduler thread;
    private @Nullable EventSession session;

    /**
     * @param name of the relay
     * @param source the service that sends, such as {@code /article-service}
     * @param producers that all have the one transactional id
     */
    public EventSessions(String name, URI source, Supplier<Producer<String, byte[]>> producers) {
        this.source = source;
        this.producers = producers;
        thread = Schedulers.newSingle(name, true);
    }

    /** Makes producers that find out within seconds that the broker is away. */
    public static Supplier<Producer<String, byte[]>> producers(Map<String, Object> general, String transactionalId) {
        Map<String, Object> settings = new HashMap<>(general);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Ends every other relay's session, unless this one's is open. What was read before must not be sent in it. */
    public Mono<Void> open() {
        return onThread(() -> {
            if (session == null) {
                session = new EventSession(source, producers.get());
            }
        });
    }

    /**
     * Sends all in one transaction and completes when it is committed. A failure ends the session: {@link Hopeless},
     * {@link Suspect}, {@link Fenced}, or a KafkaException when it may go well in another one.
     */
    public Mono<Void> send(List<OutgoingEvent> events) {
        return onThread(() -> {
            EventSession current = session;
            if (current == null) {
                throw new IllegalStateException("The session is over");
            }
            try {
                current.send(events);
            } catch (RuntimeException failure) {
                end();
                throw failure;
            }
        });
    }

    /** Ends the session, if one is open. */
    public Mono<Void> close() {
        return onThread(this::end);
    }

    /** Ends the thread; nothing can be sent any more. */
    public void dispose() {
        thread.dispose();
    }

    private void end() {
        EventSession old = session;
        session = null;
        if (old != null) {
            old.close();
        }
    }

    private Mono<Void> onThread(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(thread);
    }
}
