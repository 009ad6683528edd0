package news.kiosque.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/** The newsroom's public API, as far as posting an edition needs it. */
final class Newsroom implements AutoCloseable {

    private static final int ATTEMPTS = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String token;

    Newsroom(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * An article that the newsroom has.
     *
     * @param location its path in the API
     * @param etag what a change to it must match
     * @param state such as {@code draft} or {@code published}
     */
    record Posted(String location, String etag, String state) {

        String id() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** Makes the section, unless it is there. */
    void section(String edition, Edition.Section section, int position) {
        var json = Map.<String, Object>of("edition", edition, "path", section.path(), "name", section.name(),
                "position", position);
        var key = "demo-section-" + edition + "-" + section.path().replace('/', '-');
        expect(send(json("/api/v1/sections", json).header("Idempotency-Key", key)), 200, 201, 409);
    }

    /** Uploads a JPEG and answers its id; the same name again answers the same id. */
    String picture(String name, byte[] jpeg) {
        var request = to("/api/v1/media").header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", "demo-picture-" + name).POST(BodyPublishers.ofByteArray(jpeg));
        return string(expect(send(request), 200, 201), "id");
    }

    /** Posts a draft; the same key again answers the article that is there, whatever became of it since. */
    Posted post(String key, Map<String, Object> article) {
        var answer = expect(send(json("/api/v1/articles", article).header("Idempotency-Key", key)), 200, 201);
        return new Posted(URI.create(header(answer, "Location")).getPath(), header(answer, "ETag"),
                string(answer, "state"));
    }

    void publish(Posted article) {
        var request = to(article.location() + "/publish").header("If-Match", article.etag())
                .header("Idempotency-Key", "demo-publish-" + article.id()).POST(BodyPublishers.noBody());
        expect(send(request), 200);
    }

    private HttpRequest.Builder json(String path, Map<String, Object> json) {
        return to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(json)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    /** Every request carries an idempotency key, so it is safe to send it again when the answer is "later" or none. */
    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            for (var attempt = 1;; attempt++) {
                var pause = Duration.ofSeconds(1);
                try {
                    var answer = http.send(request, BodyHandlers.ofString());
                    if (!List.of(429, 503).contains(answer.statusCode()) || attempt == ATTEMPTS) {
                        return answer;
                    }
                    pause = pauseAskedFor(answer, pause);
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) {
                        throw new NewsroomRefused(asked(request) + " got no answer: " + e.getMessage(), e);
                    }
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NewsroomRefused(asked(request) + " was interrupted.", e);
        }
    }

    private static Duration pauseAskedFor(HttpResponse<?> answer, Duration otherwise) {
        var asked = answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(otherwise);
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.statusCode())) {
            throw new NewsroomRefused(
                    asked(answer.request()) + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(
                () -> new NewsroomRefused(asked(answer.request()) + " answered without the header " + name + "."));
    }

    private static String string(HttpResponse<String> answer, String field) {
        try {
            if (JSONObjectUtils.parse(answer.body()).get(field) instanceof String value) {
                return value;
            }
            throw new NewsroomRefused(asked(answer.request()) + " answered without \"" + field + "\".");
        } catch (ParseException e) {
            throw new NewsroomRefused(asked(answer.request()) + " answered something other than JSON.", e);
        }
    }

    private static String asked(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    @Override
    public void close() {
        http.close();
    }
}
