package news.kiosque.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerEngineTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Test
    void whereNothingListensThereIsNone(@TempDir Path folder) {
        assertThat(engine("unix://" + folder.resolve("docker.sock")).whyNot()).contains("no container engine answers");
        assertThat(engine("tcp://127.0.0.1:1").whyNot()).contains("no container engine answers");
    }

    @Test
    void whoListensAndSaysNothingIsNone() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(engine("tcp://127.0.0.1:" + silent.getLocalPort()).whyNot()).contains("no container engine");
        }
    }

    @Test
    void whoAnswersInHttpIsOne() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server));

            assertThat(engine("tcp://127.0.0.1:" + server.getLocalPort()).whyNot()).isNull();
        }
    }

    @Test
    void settingsAreGivenAsTheImagesWantThem() {
        assertThat(Containers.variable("group.consumer.session.timeout.ms"))
                .isEqualTo("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS");
    }

    private static ContainerEngine engine(String address) {
        return new ContainerEngine(URI.create(address), PATIENCE);
    }

    private static void answer(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nOK".getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
