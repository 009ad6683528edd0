package news.kiosque.articles.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.platform.kafka.TopicsReady;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
        return new OutboxRelay(name, store, lease, signal, producers(kafka.buildProducerProperties(), transactionalId),
                clock, meters);
    }

    @Bean
    RelayLife relayLife(OutboxRelay outboxRelay) {
        return new RelayLife(outboxRelay, new AtomicBoolean());
    }

    /** Makes producers that all have the one transactional id, and that find out within seconds that the broker is away. */
    static Supplier<Producer<String, byte[]>> producers(Map<String, Object> general, String transactionalId) {
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
