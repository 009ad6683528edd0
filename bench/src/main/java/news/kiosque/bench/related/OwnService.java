package news.kiosque.bench.related;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.standalone.broker.BrokerProcess;
import news.kiosque.standalone.key.Keys;
import news.kiosque.standalone.suite.Ports;

/** A broker and a recommendation-service of the bench's own, as they run in a suite, each a process. */
final class OwnService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final int broker;
    private final List<Process> processes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param heap of the service, such as {@code 512m} */
    OwnService(Path folder, String heap, double backfillShare) throws IOException, InterruptedException {
        this.folder = folder;
        Ports ports = new Ports();
        this.broker = ports.free();
        Keys keys = new Keys(folder.resolve("keys"));
        keys.make();
        start("broker", "-Xmx256m", "-cp", System.getProperty("java.class.path"), BrokerProcess.class.getName(),
                folder.resolve("broker").toString(), "" + broker, "" + ports.free());
        await(() -> Files.readString(folder.resolve("broker.log")).contains("ready"));
        int port = ports.free();
        start("service", "-Xmx" + heap, "-XX:+UseCompactObjectHeaders", "-jar", jar().toString(),
                "--spring.kafka.bootstrap-servers=" + address(), "--server.port=" + port,
                "--kiosque.data=" + folder.resolve("service"), "--kiosque.keys=" + keys.folder(),
                "--kiosque.related.backfill-share=" + backfillShare);
        URI ready = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        await(() -> http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode() == 200);
    }

    String address() {
        return "127.0.0.1:" + broker;
    }

    /** The processor's time that the service has taken. */
    Duration cpu() {
        return processes.getLast().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        processes.reversed().forEach(process -> {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(folder).resolve(name + ".log").toFile()).start());
    }

    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("kiosque.home"), "recommendation-service", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar")).findFirst().orElseThrow(
                    () -> new IOException(
                            "recommendation-service is not built: mvn -pl recommendation-service -am package"));
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!holds(condition)) {
            if (Instant.now().isAfter(until) || processes.stream().anyMatch(process -> !process.isAlive())) {
                close();
                throw new IOException("It did not start; see the logs in " + folder);
            }
            Thread.sleep(100);
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (IOException e) {
            return false;
        }
    }
}
