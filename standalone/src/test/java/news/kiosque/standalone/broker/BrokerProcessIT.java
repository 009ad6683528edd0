package news.kiosque.standalone.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import news.kiosque.standalone.child.Child;
import news.kiosque.standalone.process.OwnSession;
import news.kiosque.standalone.process.Questions;
import news.kiosque.standalone.suite.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BrokerProcessIT {
    @TempDir
    Path folder;

    private final Ports ports = new Ports();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void keepsWhatItAcknowledgedAcrossAKillAndAChangeOfPorts() throws Exception {
        var port = ports.free();
        var broker = start(port);
        assertThat(Questions.kafka("127.0.0.1", port).ask()).isTrue();
        try (var admin = Admin.create(servers(port))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(transactional(port), new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
            producer.commitTransaction();
        }
        broker.destroyForcibly().waitFor();

        var other = ports.free();
        start(other);
        var partition = new TopicPartition("kept", 0);
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + other,
                "isolation.level", "read_committed"), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(
                    () -> assertThat(consumer.poll(Duration.ofSeconds(1))).extracting(record -> record.value())
                            .containsExactly("value"));
        }
    }

    @Test
    void endsWhenItsLauncherIsGone() throws Exception {
        var broker = start(ports.free());
        broker.getOutputStream().close();
        assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process start(int port) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(OwnSession.of(List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), Child.class.getName(), BrokerProcess.class.getName(),
                folder.toString(), String.valueOf(port), String.valueOf(ports.free())))).redirectErrorStream(true)
                .start();
        started.add(process);
        var output = process.inputReader(StandardCharsets.UTF_8);
        var said = new ArrayList<String>();
        for (var line = output.readLine(); !("ready " + port).equals(line); line = output.readLine()) {
            assertThat(line).as("the broker ended after saying %s", said).isNotNull();
            said.add(line);
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
        return process;
    }

    private static Map<String, Object> servers(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }

    private static Map<String, Object> transactional(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port, "transactional.id", "relay");
    }
}
