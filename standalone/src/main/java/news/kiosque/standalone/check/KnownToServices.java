package news.kiosque.standalone.check;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import news.kiosque.events.Order;
import news.kiosque.standalone.check.Traces.Indexed;
import news.kiosque.standalone.check.Traces.Stored;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import tools.jackson.databind.json.JsonMapper;

/** What article-service has stored and the recommendation-service has indexed, as their digests say. */
record KnownToServices(SuiteClient client) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = "/api/v1/articles:digest";
    private static final String INDEX = "/api/v1/related/digest";

    /** @throws SuiteRefused when a service does not answer whole */
    void read(Map<String, Traces> known) {
        known.values().forEach(traces -> {
            traces.stored = null;
            traces.indexed = null;
        });
        read(STORE, StoredLine.class, known, (traces, line) -> traces.stored = line.stored());
        read(INDEX, IndexLine.class, known, (traces, line) -> traces.indexed = new Indexed(line.live(), line.order()));
    }

    private record StoredLine(String id, String edition, Traces.State state, String url, java.time.Instant publishedAt,
            Order order, String fingerprint, boolean waiting, Traces.Kept related) implements Line {

        Stored stored() {
            return new Stored(edition, state, url, publishedAt, order, fingerprint, waiting, related);
        }
    }

    private record IndexLine(String id, boolean live, Order order) implements Line {}

    private interface Line {
        String id();
    }

    private <T extends Line> void read(String path, Class<T> type, Map<String, Traces> known,
            BiConsumer<Traces, T> keep) {
        lines(path, text -> {
            var line = JSON.readValue(text, type);
            keep.accept(known.computeIfAbsent(line.id(), any -> new Traces()), line);
        });
    }

    private void lines(String path, Consumer<String> each) {
        var request = client.to(path).setHeader("Accept", "application/x-ndjson").GET().build();
        var answer = client.send(request, BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new SuiteRefused(SuiteClient.asked(request) + " answered " + answer.statusCode() + ": "
                        + String.join("\n", lines.limit(20).toList()));
            }
            lines.filter(line -> !line.isBlank()).forEach(each);
        } catch (UncheckedIOException e) {
            throw new SuiteRefused(SuiteClient.asked(request) + " broke off: " + e.getMessage(), e);
        }
    }
}
