package news.kiosque.recommendation.related;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.recommendation.intake.ArticleIntake;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.intake.TopicFollower;
import news.kiosque.recommendation.intake.TopicIdentity;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.setting.Settings;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
class RelatedConfiguration {

    @Bean
    LeftArticles leftArticles() {
        return new LeftArticles();
    }

    @Bean
    KnownLists knownLists(KafkaProperties kafka, InstantSource clock, @Value("${kiosque.data}") Path data)
            throws IOException {
        return new KnownLists(new KeptListsFolder(data.resolve("lists")),
                new TopicIdentity(kafka.buildAdminProperties(), Topics.RELATED), clock);
    }

    @Bean
    Computing computing(ConsumerFactory<String, Event> eventConsumers, KafkaProperties kafka, Replica replica,
            KnownLists known, LeftArticles left, InService similarity, Settings settings, InstantSource clock,
            MeterRegistry meters,
            @Value("${kiosque.data}") Path data, @Value("${spring.application.name}") String service,
            @Value("${kiosque.related.backfill-share}") double backfillShare) {
        KafkaTemplate<String, byte[]> transactions = transactions(kafka, service + "-" + InstanceId.in(data));
        Ownership ownership = new Ownership(known, Topics.named(Topics.RELATED).partitions());
        Rounds rounds = new Rounds(transactions, replica, known, similarity, clock, service, new Rates(meters),
                new Pace(backfillShare));
        ComputeGroup group = new ComputeGroup(eventConsumers, replica, ownership,
                new TopicEnds(kafka.buildAdminProperties(), Topics.RELATED),
                new OutdatedLists(left, known, ownership, replica), rounds, new Queues(meters));
        return new Computing(group, new TopicFollower(eventConsumers, Topics.RELATED, known), replica, settings,
                transactions);
    }

    @Bean
    ReplayedWork replayedWork(ArticleIntake intake, KafkaTemplate<String, byte[]> plainKafka, InstantSource clock) {
        return new ReplayedWork(intake, plainKafka, clock);
    }

    @Bean
    Recompute recompute(Replica replica, KafkaTemplate<String, byte[]> plainKafka, InstantSource clock) {
        return new Recompute(replica.index(), plainKafka, clock);
    }

    @Bean
    WorkStatus workStatus(KafkaProperties kafka, Replica replica, KnownLists known, InService similarity) {
        return new WorkStatus(kafka.buildAdminProperties(), replica, known, similarity);
    }

    @Bean
    Renewal renewal(Replica replica, KnownLists known, InService similarity, Computing computing,
            KafkaTemplate<String, byte[]> plainKafka, InstantSource clock) {
        return new Renewal(replica, known, similarity, computing::owned, plainKafka, clock);
    }

    /** One producer, whose name is this instance's for ever: restarted, it ends what its predecessor left open. */
    private static KafkaTemplate<String, byte[]> transactions(KafkaProperties kafka, String id) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        var producers = new DefaultKafkaProducerFactory<String, byte[]>(settings, StringSerializer::new,
                ByteArraySerializer::new);
        producers.setTransactionIdPrefix(id + "-");
        return new KafkaTemplate<>(producers);
    }
}
