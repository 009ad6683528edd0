package news.kiosque.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

/** How many changes of articles a second are acknowledged as durable, and how long one takes. */
final class DurableWrites {
    private static final int MANY = 32;
    private static final Duration BETWEEN_TWO = Duration.ofMillis(200);

    private final MongoCollection<Document> articles;
    private final int size;

    DurableWrites(Server server, int size) {
        this.articles = server.articles();
        this.size = size;
    }

    void run(int seconds) throws InterruptedException {
        run(1, seconds);
        run(MANY, seconds);
    }

    /** A writer of a few changes a second, as a newsroom is, while the server puts in order what was written before. */
    void whileItTidiesUp(int seconds) throws InterruptedException {
        long end = System.nanoTime() + 3 * seconds * 1_000_000_000L;
        List<Long> latencies = new ArrayList<>();
        while (System.nanoTime() < end) {
            latencies.add(write());
            Thread.sleep(BETWEEN_TWO);
        }
        System.out.printf("   1 writer a few times a second afterwards: %d writes, longest %.1f ms%n",
                latencies.size(), latencies.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6);
    }

    private void run(int writers, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<long[]> latencies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            threads.add(Thread.ofPlatform().start(() -> {
                long[] mine = LongStream.generate(this::write).takeWhile(_ -> System.nanoTime() < end).toArray();
                synchronized (latencies) {
                    latencies.add(mine);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf("%2d writers: %,6.0f durable writes/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n", writers,
                (double) all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6,
                all[all.length - 1] / 1e6);
    }

    private long write() {
        long start = System.nanoTime();
        articles.updateOne(eq("_id", Corpus.id(ThreadLocalRandom.current().nextInt(size))), inc("rev", 1L));
        return System.nanoTime() - start;
    }
}
