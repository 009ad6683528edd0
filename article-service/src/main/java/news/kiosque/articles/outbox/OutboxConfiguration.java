package news.kiosque.articles.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.platform.kafka.TopicsReady;
import news.kiosque.platform.outbox.EventSessions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** This process's relay; it begins when the topics are there. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    static final String LEASES = "leases";
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    @Bean
    OutboxRelay outboxRelay(OutboxStore store, OutboxSignal signal, MongoDatabase database, KafkaProperties kafka,
            InstantSource clock, MeterRegistry meters,
            @Value("${kiosque.outbox.transactional-id}") String transactionalId) {
        String name = "outbox-relay-" + UUID.randomUUID();
        OutboxLease lease = new OutboxLease(database.getCollection(LEASES), name, System::nanoTime);
        return new OutboxRelay(name, store, lease, signal,
                EventSessions.producers(kafka.buildProducerProperties(), transactionalId), clock, meters);
    }

    @Bean
    RelayLife relayLife(OutboxRelay outboxRelay) {
        return new RelayLife(outboxRelay, new AtomicBoolean());
    }

    /** Starts the relay once with the topics and stops it with the service. */
    record RelayLife(OutboxRelay relay, AtomicBoolean started) implements DisposableBean {

        @EventListener
        void on(TopicsReady ready) {
            if (started.compareAndSet(false, true)) {
                relay.start();
            }
        }

        @Override
        public void destroy() throws Exception {
            relay.stop().toFuture().get(PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
