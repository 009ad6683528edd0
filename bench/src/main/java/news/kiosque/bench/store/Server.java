package news.kiosque.bench.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import news.kiosque.standalone.mongo.EmbeddedMongoProcess;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** A server in a process of its own with a folder of its own; writes are acknowledged when they are in its journal. */
final class Server implements AutoCloseable {
    private static final Duration TO_REST = Duration.ofSeconds(150);
    private static final Duration LOOK = Duration.ofSeconds(7);
    private static final Duration AT_REST = Duration.ofMillis(150);
    private static final String ARTICLES = "articles";

    private final Path folder;
    private final Process process;
    private final MongoClient client;

    private Server(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port))
                .writeConcern(WriteConcern.ACKNOWLEDGED.withJournal(true)).build());
    }

    /** With the options of a suite's. */
    static Server embedded() throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
                "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), EmbeddedMongoProcess.class.getName());
        return start(command, "", "");
    }

    /** Alone, with as much memory as the embedded one has. */
    static Server mongod(Path program) throws IOException {
        return start(List.of(program.toString(), "--bind_ip", "127.0.0.1", "--wiredTigerCacheSizeGB", "0.25"),
                "--dbpath", "--port");
    }

    private static Server start(List<String> program, String folderOption, String portOption) throws IOException {
        Path folder = Files.createTempDirectory("kiosque-bench-store");
        int port = freePort();
        List<String> command = Stream
                .concat(program.stream(), Stream.of(folderOption, folder.toString(), portOption, String.valueOf(port)))
                .filter(word -> !word.isEmpty()).toList();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Server(folder, process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    MongoCollection<Document> articles() {
        return database().getCollection(ARTICLES);
    }

    private MongoDatabase database() {
        return client.getDatabase(ARTICLES);
    }

    /** User and system time of the process so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Returns when it does nothing any more of itself, so that none of that is counted with what is asked of it. */
    void awaitRest() throws InterruptedException {
        long end = System.nanoTime() + TO_REST.toNanos();
        Duration before;
        do {
            before = cpu();
            process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } while (cpu().minus(before).compareTo(AT_REST) > 0 && System.nanoTime() < end);
    }

    /** How large the files are when nothing is written any more, beside the documents in them, as BSON. */
    void sayAtRest() throws IOException, InterruptedException {
        long data = 0;
        for (RawBsonDocument each : database().getCollection(ARTICLES, RawBsonDocument.class).find()) {
            data += each.getByteBuffer().remaining();
        }
        long before;
        long size = size();
        long end = System.nanoTime() + TO_REST.toNanos();
        do {
            before = size;
            process.waitFor(10, TimeUnit.SECONDS);
            size = size();
        } while (size != before && System.nanoTime() < end);
        System.out.printf("files at rest %,d MB, documents %,d MB: %.2f times as much%n", size >> 20, data >> 20,
                (double) size / data);
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        client.close();
        process.destroy();
        process.waitFor();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
