package news.kiosque.bench.consent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** New readers who choose, each with an Idempotency-Key, at a suite that runs. */
final class ChoiceLoad {
    private static final String BODY = "{\"notice\": \"%s\", \"choice\": \"accept\"}";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI decisions;
    private final String body;

    ChoiceLoad(URI suite) throws IOException, InterruptedException {
        decisions = suite.resolve("/choix/v1/decisions");
        String notice = http.send(HttpRequest.newBuilder(suite.resolve("/choix/v1/notice")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        body = String.format(Locale.ROOT, BODY, notice.replaceAll("(?s).*?\"version\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
    }

    /** So many a second whether or not earlier ones were answered; the time of each counts from when it was due. */
    String atRate(int rate, Duration time) throws InterruptedException {
        Taken taken = new Taken();
        long start = System.nanoTime();
        long total = rate * time.toSeconds();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < total; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                readers.execute(() -> choose(due, taken));
            }
        }
        return taken.report("at " + rate + "/s", System.nanoTime() - start);
    }

    /** As many as so many readers make, each waiting for the answer only. */
    String withoutPause(int readers, Duration time) {
        Taken taken = new Taken();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() - start < time.toNanos()) {
                        choose(System.nanoTime(), taken);
                    }
                });
            }
        }
        return taken.report(readers + " readers without a pause", System.nanoTime() - start);
    }

    private void choose(long due, Taken taken) {
        try {
            int status = http.send(HttpRequest.newBuilder(decisions).header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString()).timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 201) {
                taken.nanos.add(System.nanoTime() - due);
                return;
            }
        } catch (IOException failed) {
            // Counted below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        taken.failed.incrementAndGet();
    }

    private static final class Taken {
        final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        final AtomicInteger failed = new AtomicInteger();

        String report(String how, long elapsed) {
            double[] millis = nanos.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
            return String.format(Locale.ROOT,
                    "choices %s: %,d taken (%,.0f/s), %d not taken; p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, slowest %.1f ms",
                    how, millis.length, millis.length / (elapsed / 1e9), failed.get(), at(millis, 0.5),
                    at(millis, 0.99), at(millis, 0.999), at(millis, 1));
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }
}
