package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import news.kiosque.testkit.Containers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The suite, started once by the README's own command in an empty data folder; or one that runs elsewhere, where
 * {@code -Dkiosque.url} and {@code -Dkiosque.token} name it.
 */
public final class Suite implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(8);
    private static final JsonMapper JSON = new JsonMapper();

    /** A broker that is alone, as the suite's own is. */
    private static final Map<String, String> BROKER = Map.of("auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1", "group.consumer.session.timeout.ms", "6000",
            "group.consumer.min.session.timeout.ms", "6000", "group.consumer.heartbeat.interval.ms", "2000",
            "group.consumer.min.heartbeat.interval.ms", "1000");

    private static final class Holder {
        static final Suite SUITE = System.getProperty("kiosque.url") == null ? start() : elsewhere();
    }

    private final URI address;
    private final @Nullable Path data;

    private Suite(URI address, @Nullable Path data) {
        this.address = address;
        this.data = data;
    }

    public static Suite running() {
        return Holder.SUITE;
    }

    public URI address() {
        return address;
    }

    /** The folder of the suite's data. */
    Path data() {
        if (data == null) {
            throw new IllegalStateException("The data of a suite that runs elsewhere cannot be seen");
        }
        return data;
    }

    /** Whether its processes are on this machine and may be killed. */
    public boolean isOurs() {
        return data != null;
    }

    /** Whether broker and store are containers that the tests started, and no processes of the suite. */
    public static boolean isOnContainers() {
        return Containers.whyNot() == null;
    }

    public String token(String role) {
        return data == null ? System.getProperty("kiosque.token") : command("token", "--role", role).strip();
    }

    /** The process of this name, if it is there now. */
    OptionalLong pid(String process) {
        for (JsonNode found : JSON.readTree(command("status", "--json")).get("processes")) {
            if (found.get("name").asString().equals(process) && found.path("pid").asLong(0) > 0) {
                return OptionalLong.of(found.get("pid").asLong());
            }
        }
        return OptionalLong.empty();
    }

    /** Ends a process with {@code kill -9}; the launcher, with whom all end, is started again. @return its number */
    public long kill(String process) {
        long pid = pid(process).orElseThrow();
        ProcessHandle running = ProcessHandle.of(pid).orElseThrow();
        running.destroyForcibly();
        running.onExit().join();
        if (process.equals("launcher")) {
            run(up(data(), Integer.toString(address.getPort())), TO_START);
        }
        return pid;
    }

    /** Whether all processes work, and the one of this name has another number than this; asked often, so without a command. */
    public boolean isReadyWithout(String process, long pid) {
        try {
            JsonNode state = JSON.readTree(Files.readString(data().resolve("run/state.json")));
            return state.get("state").asString().equals("ready") && state.get("processes").valueStream()
                    .anyMatch(
                            found -> found.get("name").asString().equals(process)
                                    && found.path("pid").asLong(0) != pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./kiosque} for this suite and answers what it prints. */
    String command(String... words) {
        return command(Duration.ofMinutes(1), words);
    }

    /** The same for a command that may take its time. */
    public String command(Duration patience, String... words) {
        List<String> command = new ArrayList<>(List.of("./kiosque"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data().toString()));
        return run(command, patience);
    }

    /**
     * A suite that is made of a backup and started, to be closed.
     *
     * @param data a folder that is not there yet
     * @param kafka that has outlived the suite of the backup
     */
    static Suite restored(Path backup, Path data, String kafka) throws IOException {
        run(List.of("./kiosque", "restore", backup.toString(), "--data", data.toString(), "--kafka", kafka), TO_START);
        String port = Integer.toString(freePort());
        List<String> up = new ArrayList<>(up(data, port));
        up.addAll(List.of("--kafka", kafka));
        run(up, TO_START);
        return new Suite(URI.create("http://localhost:" + port), data);
    }

    @Override
    public void close() {
        command("down");
    }

    private static Suite elsewhere() {
        return new Suite(URI.create(System.getProperty("kiosque.url")), null);
    }

    private static Suite start() {
        try {
            Path data = Files.createTempDirectory("kiosque-story");
            String port = Integer.toString(freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(
                    () -> run(List.of("./kiosque", "down", "--data", data.toString()), Duration.ofMinutes(1))));
            List<String> up = new ArrayList<>(up(data, port));
            if (isOnContainers()) {
                up.addAll(List.of("--mongodb-uri", Containers.startMongo(), "--kafka",
                        Containers.startKafka(BROKER)));
            }
            run(up, TO_START);
            return new Suite(URI.create("http://localhost:" + port), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Making the start-up caches takes longer than they save, unless processes are started again and again. */
    private static List<String> up(Path data, String port) {
        List<String> up = new ArrayList<>(
                List.of("./kiosque", "up", "--detach", "--data", data.toString(), "--port", port));
        if (!Boolean.getBoolean("kiosque.aot")) {
            up.add("--no-aot");
        }
        return up;
    }

    private static String run(List<String> command, Duration patience) {
        try {
            Path out = Files.createTempFile("kiosque", ".out");
            Path err = Files.createTempFile("kiosque", ".err");
            Process process = new ProcessBuilder(command).directory(Path.of("..").toRealPath().toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + (ended ? " failed" : " did not end") + "\n"
                        + Files.readString(out) + Files.readString(err));
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
