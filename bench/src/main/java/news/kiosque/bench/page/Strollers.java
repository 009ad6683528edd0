package news.kiosque.bench.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Readers who go from page to page, along links that they find. */
final class Strollers {
    /** Pages for people, of both editions, without what every page links to. */
    private static final Pattern LINK = Pattern
            .compile("href=\"(/(?!api/|assets/|media/|choix|recherche|en/search|feed|atom|[^\"]*\\.)[^\"#?]*)\"");
    private static final int MOST_KNOWN = 5_000;
    private static final int NO_ANSWER = 0;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI suite;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<String> known = new CopyOnWriteArrayList<>(List.of("/", "/en/"));
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    Strollers(URI suite) {
        this.suite = suite;
    }

    /** So many a second whether or not earlier ones were answered; the time of each counts from when it was due. */
    String read(int rate, Duration time) {
        long start = System.nanoTime();
        long total = rate * time.toSeconds();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < total; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                readers.execute(() -> read(due));
            }
        }
        return report();
    }

    private void read(long due) {
        int status = NO_ANSWER;
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(suite.resolve(any()))
                    .timeout(Duration.ofSeconds(30)).header("Accept", "text/html").build(), BodyHandlers.ofString());
            status = answer.statusCode();
            nanos.add(System.nanoTime() - due);
            remember(answer.body());
        } catch (IOException e) {
            nanos.add(System.nanoTime() - due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
    }

    private String any() {
        return known.get(ThreadLocalRandom.current().nextInt(known.size()));
    }

    private void remember(String page) {
        LINK.matcher(page).results().map(link -> link.group(1))
                .filter(link -> known.size() < MOST_KNOWN && seen.add(link)).forEach(known::add);
    }

    private String report() {
        double[] millis = nanos.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
        return String.format(Locale.ROOT,
                "%,d pages read of %,d known, answers %s; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
                millis.length, known.size(), new TreeMap<>(statuses), at(millis, 0.5), at(millis, 0.95),
                at(millis, 0.99), at(millis, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
