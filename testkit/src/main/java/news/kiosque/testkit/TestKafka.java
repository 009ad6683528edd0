package news.kiosque.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import news.kiosque.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One real KRaft broker a JVM, with every topic as declared; started when it is first asked for. It is in this JVM, or
 * in a container where {@code -Pcontainers} asks for it.
 */
public final class TestKafka {
    private static final Map<String, String> SETTINGS = Map.of("auto.create.topics.enable", "false",
            "group.consumer.session.timeout.ms", "6000", "group.consumer.min.session.timeout.ms", "6000",
            "group.consumer.heartbeat.interval.ms", "500", "group.consumer.min.heartbeat.interval.ms", "500",
            "transaction.state.log.num.partitions", "2", "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1", "offsets.topic.num.partitions", "2");

    private static final class Holder {
        static final String BOOTSTRAP_SERVERS = started();
    }

    private TestKafka() {}

    public static String bootstrapServers() {
        return Holder.BOOTSTRAP_SERVERS;
    }

    private static String started() {
        String bootstrapServers = Containers.whyNot() == null ? Containers.startKafka(SETTINGS) : startEmbedded();
        makeTopics(bootstrapServers);
        return bootstrapServers;
    }

    private static String startEmbedded() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(SETTINGS);
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    private static void makeTopics(String bootstrapServers) {
        List<NewTopic> topics = Stream
                .concat(Topics.sources().stream(), Topics.sources().stream().map(Topics::deadLettersOf))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
        } catch (Exception e) {
            throw new IllegalStateException("The topics could not be made", e);
        }
    }
}
