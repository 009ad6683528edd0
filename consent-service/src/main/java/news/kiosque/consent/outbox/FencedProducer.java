package news.kiosque.consent.outbox;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The one producer with the relay's transactional id: Kafka lets only the latest of them send. */
@Component
class FencedProducer {
    static final URI SOURCE = URI.create("/consent-service");
    private static final String TRANSACTIONAL_ID = "consent-service-relay";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Scheduler thread = Schedulers.newSingle("relay", true);
    private @Nullable Producer<String, byte[]> producer;

    FencedProducer(KafkaProperties kafka) {
        settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /** Fences every other relay, unless this one has done so before. */
    Mono<Boolean> ready() {
        return onThread(() -> {
            if (producer == null) {
                Producer<String, byte[]> fresh = new KafkaProducer<>(settings, new StringSerializer(),
                        new ByteArraySerializer());
                producer = fresh;
                fresh.initTransactions();
            }
            return true;
        });
    }

    /** All of them or none; fails with {@link TakenOver} when another relay is at work. */
    Mono<Void> send(List<OutgoingEvent> events) {
        return onThread(() -> {
            Producer<String, byte[]> mine = producer;
            if (mine == null) {
                throw new IllegalStateException("Not ready");
            }
            mine.beginTransaction();
            events.forEach(event -> mine.send(event.toRecord(SOURCE)));
            mine.commitTransaction();
            return true;
        }).then();
    }

    void close() {
        thread.schedule(this::drop);
        thread.disposeGracefully().timeout(PATIENCE, Mono.empty()).subscribe();
    }

    private Mono<Boolean> onThread(Callable<Boolean> call) {
        return Mono.fromCallable(() -> {
            try {
                return call.call();
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                drop();
                throw new TakenOver(e);
            } catch (KafkaException e) {
                drop();
                throw e.getCause() instanceof ProducerFencedException
                        || e.getCause() instanceof InvalidProducerEpochException ? new TakenOver(e) : e;
            }
        }).subscribeOn(thread);
    }

    /** A producer that failed is not mended but replaced: closing it lets the broker abort what was open. */
    private void drop() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** Another relay has fenced this one. */
    static final class TakenOver extends RuntimeException {
        TakenOver(Throwable cause) {
            super("Another relay has taken over", cause);
        }
    }
}
