package news.kiosque.articles.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import news.kiosque.articles.RunningArticleService;
import news.kiosque.articles.TopicReader;
import news.kiosque.events.Topics;
import news.kiosque.standalone.broker.BrokerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker that is a process of its own, so that it can be killed and come back with what it had. */
@DirtiesContext
class BrokerOutageIT extends RunningArticleService {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT = freePort();
    private static final int CONTROLLER_PORT = freePort();
    private static final String ADDRESS = "127.0.0.1:" + PORT;
    private static final Path FOLDER = folder();

    private static Process broker;

    @DynamicPropertySource
    static void ownBroker(DynamicPropertyRegistry registry) {
        broker = start();
        registry.add("spring.kafka.admin.properties[bootstrap.servers]", () -> ADDRESS);
        registry.add("spring.kafka.producer.bootstrap-servers", () -> ADDRESS);
        registry.add("spring.kafka.consumer.bootstrap-servers", () -> ADDRESS);
    }

    @AfterAll
    static void end() {
        broker.destroyForcibly();
    }

    @Test
    void publishesWithoutABrokerAndTellsOfItWhenTheBrokerIsBack() {
        JsonNode before = published(Map.of("headline", "Avant la panne"));
        awaitEvents(before, 1);

        broker.destroyForcibly().onExit().join();
        Instant begin = Instant.now();
        JsonNode during = published(Map.of("headline", "Pendant la panne"));
        JsonNode again = moved(during, "publish", "");
        moved(before, "withdraw", "{\"reason\": \"Faux.\"}");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(json(get("/api/v1/articles/" + again.get("id").stringValue())).get("state").stringValue())
                .isEqualTo("live");

        broker = start();
        awaitEvents(during, 2);
        awaitEvents(before, 2);
    }

    private static void awaitEvents(JsonNode article, int count) {
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(TopicReader.events(ADDRESS, Topics.ARTICLE, article.get("id").stringValue()))
                        .hasSize(count));
    }

    private static Process start() {
        try {
            Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
                    "-cp", System.getProperty("java.class.path"), BrokerProcess.class.getName(), FOLDER.toString(),
                    Integer.toString(PORT), Integer.toString(CONTROLLER_PORT)).redirectErrorStream(true).start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.startsWith("ready")) {
                line = output.readLine();
            }
            assertThat(line).as("the broker's last word").isNotNull();
            Thread.ofPlatform().daemon().start(() -> output.lines().forEach(_ -> {}));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kiosque-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
