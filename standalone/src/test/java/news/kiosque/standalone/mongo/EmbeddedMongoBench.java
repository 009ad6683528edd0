package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

/**
 * Measures the embedded server beside a real mongod: arguments are the mongod binary (or -), the number of documents and
 * the seconds for each measurement of writes.
 */
public final class EmbeddedMongoBench {

    private static final String TEXT = "Il pleut sur Brest ce matin, et la mer monte. ".repeat(120);
    private static final int SECTIONS = 40;

    private final MongoCollection<Document> articles;
    private final long pid;
    private final int documents;

    private EmbeddedMongoBench(MongoClient client, long pid, int documents) {
        this.articles = client.getDatabase("articles").getCollection("article");
        this.pid = pid;
        this.documents = documents;
    }

    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        var folder = Files.createTempDirectory("mongo-bench");
        try (var mongo = MongoChild.start(folder, "-Xmx512m"); var client = connect(mongo.uri())) {
            System.out.println("embedded");
            var bench = new EmbeddedMongoBench(client, mongo.pid(), documents);
            bench.run(seconds);
            bench.rest(folder);
        }
        if (!arguments[0].equals("-")) {
            real(Path.of(arguments[0]), documents, seconds);
        }
    }

    private static void real(Path mongod, int documents, int seconds) throws Exception {
        var folder = Files.createTempDirectory("mongod-bench");
        var process = new ProcessBuilder(mongod.toString(), "--dbpath", folder.toString(), "--port", "28999",
                "--bind_ip",
                "127.0.0.1").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var client = connect("mongodb://127.0.0.1:28999")) {
            System.out.println("mongod");
            new EmbeddedMongoBench(client, process.pid(), documents).run(seconds);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.ACKNOWLEDGED.withJournal(true)).build());
    }

    private void run(int seconds) throws Exception {
        articles.createIndex(new Document("section", 1).append("state", 1).append("publishedAt", -1));
        articles.createIndex(new Document("outbox.at", 1),
                new IndexOptions().sparse(true));
        articles.createIndex(new Document("tags", 1).append("publishedAt", -1));
        long start = System.nanoTime();
        for (int from = 0; from < documents; from += 500) {
            articles.insertMany(
                    IntStream.range(from, Math.min(from + 500, documents)).mapToObj(this::article).toList());
        }
        System.out.printf("  %,d documents in %.1f s%n", documents, (System.nanoTime() - start) / 1e9);
        reads();
        writes(1, seconds);
        writes(32, seconds);
    }

    private Document article(int i) {
        return new Document("_id", "article-" + i).append("rev", 1).append("section", "s" + i % SECTIONS)
                .append("state", "live").append("headline", "Pluie " + i)
                .append("tags", List.of("t" + i % 97, "t" + i % 89))
                .append("publishedAt", Date.from(Instant.ofEpochSecond(1_600_000_000L + 600L * i)))
                .append("text", TEXT);
    }

    private void reads() throws IOException {
        var newest = new Document("publishedAt", -1).append("_id", -1);
        measure("article by id", 2000, i -> articles.find(new Document("_id", "article-" + any())).first());
        measure("section page of 20", 1000,
                i -> articles.find(new Document("section", "s" + i % SECTIONS).append("state", "live"))
                        .sort(newest).projection(new Document("text", 0)).limit(20).into(new ArrayList<>()));
        measure("list by tag of 20", 1000,
                i -> articles.find(new Document("tags", "t" + i % 80).append("state", "live"))
                        .sort(newest).projection(new Document("text", 0)).limit(20).into(new ArrayList<>()));
        measure("relay's poll", 2000, i -> articles.find(new Document("outbox.at", new Document("$lt", new Date())))
                .sort(new Document("outbox.at", 1)).limit(100).into(new ArrayList<>()));
        measure("outbox write and pull", 500, i -> {
            publish("article-" + any());
            return null;
        });
    }

    private int any() {
        return ThreadLocalRandom.current().nextInt(documents);
    }

    private void publish(String id) {
        var entry = new Document("at", new Date()).append("event", TEXT);
        var rev = articles.find(new Document("_id", id)).projection(new Document("rev", 1)).first().getInteger("rev");
        articles.findOneAndUpdate(new Document("_id", id).append("rev", rev),
                new Document("$inc", new Document("rev", 1)).append("$push", new Document("outbox", entry)));
        articles.updateOne(new Document("_id", id), new Document("$unset", new Document("outbox", "")));
    }

    private interface Call {
        Object make(int i);
    }

    private void measure(String name, int calls, Call call) throws IOException {
        IntStream.range(0, calls).forEach(call::make);
        long cpu = cpuMillis();
        long start = System.nanoTime();
        IntStream.range(0, calls).forEach(call::make);
        double wall = (System.nanoTime() - start) / 1e3 / calls;
        System.out.printf("  %-22s %7.0f us CPU of the server, %7.0f us elapsed%n", name,
                1000.0 * (cpuMillis() - cpu) / calls, wall);
    }

    /** User and system time of the server, from Linux, in steps of 10 ms. */
    private long cpuMillis() throws IOException {
        var fields = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private void writes(int writers, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var next = new AtomicInteger();
        List<long[]> latencies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            threads.add(Thread.ofPlatform().start(() -> {
                var mine = LongStream.generate(() -> update(next)).takeWhile(nanos -> System.nanoTime() < end)
                        .toArray();
                synchronized (latencies) {
                    latencies.add(mine);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf("  %2d writers: %,6.0f durable writes/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                writers,
                (double) all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6,
                all[all.length - 1] / 1e6);
    }

    private long update(AtomicInteger next) {
        long start = System.nanoTime();
        articles.updateOne(new Document("_id", "article-" + any()),
                new Document("$inc", new Document("rev", 1)).append("$set", new Document("n", next.incrementAndGet())));
        return System.nanoTime() - start;
    }

    private void rest(Path folder) throws IOException, InterruptedException {
        long data = articles.aggregate(List.of(new Document("$match", new Document()))).into(new ArrayList<>()).stream()
                .mapToLong(each -> each.toJson().length()).sum();
        for (int wait = 0; wait <= 60; wait += 15) {
            try (var files = Files.list(folder)) {
                long size = files.mapToLong(each -> each.toFile().length()).sum();
                System.out.printf("  after %d s: files %,d kB, documents %,d kB%n", wait, size / 1000, data / 1000);
            }
            Thread.sleep(15_000);
        }
    }
}
