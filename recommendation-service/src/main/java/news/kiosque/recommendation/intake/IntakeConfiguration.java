package news.kiosque.recommendation.intake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.DeadLetterReplay;
import news.kiosque.platform.kafka.TopicsReady;
import news.kiosque.recommendation.index.IndexFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Replica replica(@Value("${kiosque.data}") Path data) {
        return new Replica(IndexFolder.open(data));
    }

    @Bean
    ArticleIntake articleIntake(Replica replica, KafkaProperties kafka, Departures departures,
            DeadLetterReplay letters, MeterRegistry meters, InstantSource clock) {
        TopicIdentity identity = new TopicIdentity(kafka.buildAdminProperties(), Topics.ARTICLE);
        return new ArticleIntake(replica, identity, departures, letters, new DeclaredLanguages(meters), clock);
    }

    @Bean
    ArticleFollower articleFollower(Replica replica, ConsumerFactory<String, Event> eventConsumers,
            ArticleIntake intake) {
        return new ArticleFollower(new TopicFollower(eventConsumers, Topics.ARTICLE, intake));
    }

    @Bean
    MeterBinder indexMeters(Replica replica) {
        return meters -> {
            Gauge.builder("kiosque.index.articles", replica, one -> one.index().size())
                    .description("Live articles in this instance's index").register(meters);
            Gauge.builder("kiosque.index.bytes", replica, one -> one.index().bytes()).baseUnit("bytes")
                    .description("What this instance's index takes on its disk").register(meters);
            Gauge.builder("kiosque.index.waiting", replica, Replica::waiting)
                    .description("Records that are written to the index and not yet found").register(meters);
        };
    }

    /** Ready once all that was published before the start can be found, and while the disk takes what comes. */
    @Bean
    HealthIndicator replicaHealthIndicator(Replica replica) {
        return () -> {
            Optional<String> fault = replica.fault();
            Health.Builder health = replica.isCaughtUp() && fault.isEmpty() ? Health.up() : Health.outOfService();
            fault.ifPresent(reason -> health.withDetail("reason", reason));
            return health.withDetail("articles", replica.index().size()).build();
        };
    }

    /** Follows the articles once the topics are there. */
    record ArticleFollower(TopicFollower follower) implements AutoCloseable {

        @EventListener
        void on(TopicsReady ready) {
            follower.start();
        }

        @Override
        public void close() {
            follower.close();
        }
    }
}
