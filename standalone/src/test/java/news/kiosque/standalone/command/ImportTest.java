package news.kiosque.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands import and export against an API that remembers lines, and at times is away. */
class ImportTest {
    @TempDir
    Path folder;

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ConcurrentHashMap<String, String> taken = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer suite;

    @BeforeEach
    void start() throws IOException {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext("/api/v1/articles:import", this::take);
        suite.createContext("/api/v1/articles:export", this::give);
        suite.start();
    }

    @AfterEach
    void stop() {
        suite.stop(0);
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void sendsEveryLineAndSaysWhatBecameOfThem() throws IOException {
        var file = file(IntStream.range(0, 1_000).mapToObj(ImportTest::line).toList());

        assertThat(run("import", file.toString())).isZero();
        assertThat(taken).hasSize(1_000);
        assertThat(out.toString()).contains("1,000 created, 0 revised, 0 unchanged, 0 rejected");
        assertThat(run("import", file.toString())).isZero();
        assertThat(out.toString()).contains("0 created, 0 revised, 1,000 unchanged, 0 rejected");
        assertThat(folder.resolve("rejected")).doesNotExist();
    }

    @Test
    void readsGzipWhateverTheFileIsCalled() throws IOException {
        var file = folder.resolve("archive.jsonl");
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((line(1) + "\n\n" + line(2)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("import", file.toString())).isZero();
        assertThat(taken).containsOnlyKeys("a1", "a2");
    }

    @Test
    void saysThatAGzipFileIsCutShortAndKeepsWhatCameBefore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", IntStream.range(0, 5_000).mapToObj(ImportTest::line).toList())
                    .getBytes(StandardCharsets.UTF_8));
        }
        var file = folder.resolve("cut.gz");
        Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThat(run("import", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("damaged or not whole").contains("run it again");
        assertThat(taken).isNotEmpty();
    }

    @Test
    void namesRejectedLinesInAFileAndTakesTheOthers() throws IOException {
        var file = file(List.of(line(1), "{\"id\": \"bad\"}", "", line(2), line(1)));

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(taken).containsOnlyKeys("a1", "a2");
        assertThat(out.toString()).contains("2 rejected").contains(folder.resolve("rejected").toString());
        assertThat(Files.readAllLines(folder.resolve("rejected"))).containsExactlyInAnyOrder(
                "{\"line\":2,\"id\":\"bad\",\"reason\":\"title must be a text\"}",
                "{\"line\":5,\"id\":\"a1\",\"reason\":\"has the id of a line before it\"}");
    }

    @Test
    void passesOverALineOfTwoHundredMegabytes() throws IOException {
        var file = folder.resolve("long.gz");
        var piece = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((line(1) + "\n{\"id\":\"").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                packed.write(piece);
            }
            packed.write(("\"}\n" + line(2)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(taken).containsOnlyKeys("a1", "a2");
        assertThat(Files.readString(folder.resolve("rejected"))).contains("\"line\":2").contains("more than 2 MB");
    }

    @Test
    void sendsAgainWhatWasNotAnswered() throws IOException {
        failures.set(2);

        assertThat(run("import", file(List.of(line(1))).toString())).isZero();
        assertThat(taken).containsOnlyKeys("a1");
    }

    @Test
    void writesWhatTheSuiteHasAsAFileThatIsWhole() throws IOException {
        var file = folder.resolve("out.jsonl");

        assertThat(run("export", file.toString())).isZero();
        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"first\"}", "{\"id\":\"second\"}");
        assertThat(out.toString()).contains("2 articles");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(run("import", folder.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file to read");
    }

    private int run(String command, String path) {
        var url = "http://127.0.0.1:" + suite.getAddress().getPort();
        return command.equals("import")
                ? Kiosque.run(command, path, "--url", url, "--token", "t", "--rejected",
                        folder.resolve("rejected").toString())
                : Kiosque.run(command, path, "--url", url, "--token", "t");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("archive.jsonl"), lines);
    }

    private static String line(int i) {
        return "{\"title\":\"Titre\",\"id\":\"a" + i + "\"}";
    }

    private void take(HttpExchange exchange) throws IOException {
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        int failure = failures.getAndUpdate(left -> Math.max(0, left - 1));
        if (failure == 2) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "");
        } else if (failure == 1) {
            answer(exchange, 200, "");
        } else {
            var answers = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                answers.append(answer(i + 1, lines.get(i))).append('\n');
            }
            answer(exchange, 200, answers.toString());
        }
    }

    private String answer(int number, String line) {
        var id = line.replaceAll(".*\"id\": ?\"([^\"]*)\".*", "$1");
        var status = line.contains("title")
                ? taken.put(id, line) == null ? "\"created\"" : "\"unchanged\""
                : "\"rejected\",\"reason\":\"title must be a text\"";
        return "{\"line\":" + number + ",\"id\":\"" + id + "\",\"status\":" + status + "}";
    }

    private void give(HttpExchange exchange) throws IOException {
        boolean first = exchange.getRequestURI().getQuery() == null;
        if (first) {
            exchange.getResponseHeaders().set("Link", "</api/v1/articles:export?after=1>; rel=\"next\"");
        }
        answer(exchange, 200, first ? "{\"id\":\"first\"}\n" : "{\"id\":\"second\"}\n");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
