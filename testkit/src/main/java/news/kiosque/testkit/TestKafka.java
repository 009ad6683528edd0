package news.kiosque.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import news.kiosque.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real KRaft broker a JVM, with every topic as declared; started when it is first asked for. */
public final class TestKafka {

    private static final class Holder {
        static final EmbeddedKafkaBroker BROKER = started();
    }

    private TestKafka() {}

    public static String bootstrapServers() {
        return Holder.BROKER.getBrokersAsString();
    }

    private static EmbeddedKafkaBroker started() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(
                Map.of("auto.create.topics.enable", "false", "group.consumer.session.timeout.ms", "6000",
                        "group.consumer.min.session.timeout.ms", "6000", "group.consumer.heartbeat.interval.ms", "500",
                        "group.consumer.min.heartbeat.interval.ms", "500", "transaction.state.log.num.partitions", "2",
                        "transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1",
                        "offsets.topic.num.partitions", "2"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        makeTopics(broker.getBrokersAsString());
        return broker;
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
