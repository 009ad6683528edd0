package news.kiosque.platform.kafka;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import news.kiosque.events.Event;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Listeners of events, for every service that imports it. They read only what was committed, start when the topics are
 * there, wait for a neighbour that is away ({@link NeighbourAway}), and else try a record again for some seconds and then
 * note it among the dead letters.
 */
@Configuration(proxyBeanMethods = false)
public class KafkaEvents {

    @Bean
    ConsumerFactory<String, Event> eventConsumers(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new DefaultKafkaConsumerFactory<>(settings, StringDeserializer::new,
                () -> new ErrorHandlingDeserializer<>(new EventDeserializer()));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Event> kafkaListenerContainerFactory(
            ConsumerFactory<String, Event> eventConsumers, DefaultErrorHandler eventErrors) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Event>();
        factory.setConsumerFactory(eventConsumers);
        factory.setCommonErrorHandler(eventErrors);
        // The default mapper reads types out of a header that anybody may write.
        MessagingMessageConverter converter = new MessagingMessageConverter();
        converter.setHeaderMapper(new SimpleKafkaHeaderMapper());
        factory.setRecordMessageConverter(converter);
        factory.setAutoStartup(false);
        return factory;
    }

    @Bean
    DefaultErrorHandler eventErrors(KafkaTemplate<String, byte[]> plainKafka,
            @Value("${spring.application.name}") String service, InstantSource clock,
            ObjectProvider<NeighbourAway> neighbours) {
        ExponentialBackOffWithMaxRetries pauses = new ExponentialBackOffWithMaxRetries(5);
        pauses.setInitialInterval(200);
        pauses.setMaxInterval(5_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(new DeadLetters(plainKafka, service, clock), pauses);
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        ExponentialBackOff untilItIsBack = new ExponentialBackOff(200, 2);
        untilItIsBack.setMaxInterval(5_000);
        handler.setBackOffFunction((record, failure) -> neighbours.stream().anyMatch(one -> one.isWhy(failure))
                ? untilItIsBack
                : pauses);
        return handler;
    }

    /** Sends what needs no transaction: dead letters. */
    @Bean
    KafkaTemplate<String, byte[]> plainKafka(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        ProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(settings, StringSerializer::new,
                ByteArraySerializer::new);
        return new KafkaTemplate<>(producers);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(ConsumerFactory<String, Event> eventConsumers,
            @Value("${spring.application.name}") String service) {
        return new DeadLetterReplay(eventConsumers, service);
    }

    @Bean
    TopicKeeper topicKeeper(KafkaProperties kafka, ApplicationEventPublisher events,
            @Value("${kiosque.kafka.replicas:-1}") short replicas) {
        return new TopicKeeper(kafka.buildAdminProperties(), replicas, events);
    }

    /** Ready once all topics were seen; a broker that goes away later does not make a service unready. */
    @Bean
    HealthIndicator topicsHealthIndicator(TopicKeeper topics) {
        return () -> (topics.isReady() ? Health.up() : Health.outOfService()).withDetail("topics", topics.state())
                .build();
    }

    @Bean
    ListenersStarter listenersStarter(KafkaListenerEndpointRegistry listeners) {
        return new ListenersStarter(listeners);
    }

    /** Starts the listeners when there is something to listen to. */
    record ListenersStarter(KafkaListenerEndpointRegistry listeners) {

        @EventListener
        void on(TopicsReady ready) {
            listeners.start();
        }
    }
}
