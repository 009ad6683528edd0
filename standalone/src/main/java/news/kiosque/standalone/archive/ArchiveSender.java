package news.kiosque.standalone.archive;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends an archive to a suite in parcels, a few at once. A parcel whose answer does not arrive whole is sent again: what
 * of it was taken stays as it is.
 */
public final class ArchiveSender {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Integer> LATER = List.of(429, 502, 503, 504);
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SuiteClient suite;
    private final String source;
    private final Semaphore atOnce;
    private final Tally tally;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * @param source the archive's name, for lines that name none
     * @param atOnce how many parcels may be on their way
     */
    public ArchiveSender(SuiteClient suite, String source, int atOnce, Tally tally) {
        this.suite = suite;
        this.source = source;
        this.atOnce = new Semaphore(atOnce);
        this.tally = tally;
    }

    /**
     * Returns when all of it is answered.
     *
     * @throws SuiteRefused when the suite did not answer for too long; what was answered until then stays
     */
    public void send(ArchiveInput archive, Progress progress) throws IOException, InterruptedException {
        var lines = new ArchiveLines(archive.content());
        var seen = new SeenIds();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var parcel = new Parcel();
            for (var line = lines.next(); line != null && failure.get() == null; line = lines.next()) {
                pack(line, seen, parcel);
                if (parcel.isFull()) {
                    var full = parcel;
                    atOnce.acquire();
                    senders.execute(() -> deliver(full));
                    parcel = new Parcel();
                }
                progress.show(archive.progress(), tally);
            }
            if (!parcel.isEmpty() && failure.get() == null) {
                var rest = parcel;
                atOnce.acquire();
                senders.execute(() -> deliver(rest));
            }
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void pack(ArchiveLines.Line line, SeenIds seen, Parcel parcel) {
        var bytes = line.bytes();
        if (line.isBlank()) {
            return;
        }
        if (bytes == null) {
            tally.reject(line.number(), null, "has more than " + ArchiveLines.MAX_BYTES / 1_000_000 + " MB");
            return;
        }
        var id = SeenIds.id(bytes);
        if (id != null && !seen.add(id)) {
            tally.reject(line.number(), id, "has the id of a line before it");
        } else {
            parcel.add(line.number(), bytes);
        }
    }

    private void deliver(Parcel parcel) {
        try {
            answers(parcel).forEach(answer -> note(answer, parcel));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            atOnce.release();
        }
    }

    private List<JsonNode> answers(Parcel parcel) {
        var request = suite.to("/api/v1/articles:import?source=" + source).timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofByteArray(parcel.bytes()));
        for (int attempt = 1;; attempt++) {
            var answer = suite.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                var lines = read(answer);
                if (lines.size() == parcel.numbers().size()) {
                    return lines;
                }
            } else if (!LATER.contains(answer.statusCode()) || attempt == ATTEMPTS) {
                throw new SuiteRefused(SuiteClient.asked(answer.request()) + " answered " + answer.statusCode() + ": "
                        + answer.body());
            }
            if (attempt == ATTEMPTS) {
                throw new SuiteRefused("the suite broke off each of " + ATTEMPTS + " answers");
            }
            pause();
        }
    }

    /** Those that arrived whole. */
    private static List<JsonNode> read(HttpResponse<String> answer) {
        try {
            return answer.body().lines().map(JSON::readTree).toList();
        } catch (JacksonException _) {
            return List.of();
        }
    }

    private void note(JsonNode answer, Parcel parcel) {
        var number = parcel.numbers().get(answer.get("line").intValue() - 1);
        var status = answer.get("status").stringValue();
        if (status.equals("rejected")) {
            var id = answer.get("id");
            tally.reject(number, id == null ? null : id.stringValue(), answer.get("reason").stringValue());
        } else {
            tally.count(status);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteRefused("interrupted", e);
        }
    }
}
