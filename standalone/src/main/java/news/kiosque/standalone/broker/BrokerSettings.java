package news.kiosque.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone and small: broker and controller in one, every internal topic with one copy. */
final class BrokerSettings {
    static final int NODE = 1;

    private BrokerSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(identity(folder, port, controllerPort));
        settings.putAll(aloneAndDurable());
        settings.putAll(quickToNotice());
        settings.putAll(small());
        return settings;
    }

    private static Map<String, String> identity(Path folder, int port, int controllerPort) {
        return Map.of("process.roles", "broker,controller", "node.id", String.valueOf(NODE), "log.dirs",
                folder.toString(), "controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort, "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort, "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port, "controller.listener.names", "CONTROLLER",
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "auto.create.topics.enable", "false");
    }

    /** There is no second copy to take a lost write from: what is acknowledged is on the disk. */
    private static Map<String, String> aloneAndDurable() {
        return Map.of("offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1", "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1", "log.flush.interval.messages", "1");
    }

    /** A consumer that is gone is missed after six seconds, the broker itself after two, instead of 45 and 9. */
    private static Map<String, String> quickToNotice() {
        return Map.of("group.consumer.session.timeout.ms", "6000", "group.consumer.min.session.timeout.ms", "6000",
                "group.consumer.heartbeat.interval.ms", "2000", "group.consumer.min.heartbeat.interval.ms", "1000",
                "group.initial.rebalance.delay.ms", "0", "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500");
    }

    /** Threads and buffers for a newsroom's hundreds of records, not for millions. */
    private static Map<String, String> small() {
        return Map.of("offsets.topic.num.partitions", "4", "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1", "num.network.threads", "2", "num.io.threads", "3",
                "background.threads", "2", "log.cleaner.dedupe.buffer.size", "8388608", "log.index.size.max.bytes",
                "1048576", "metric.reporters", "", "metadata.log.segment.bytes", "16777216");
    }
}
