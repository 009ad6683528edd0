package news.kiosque.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.nimbusds.jose.util.JSONObjectUtils;

/** One suite's API, spoken to through its gateway with somebody's token; waits for a suite that is busy or away. */
public final class SuiteClient implements AutoCloseable {

    private static final int ATTEMPTS = 30;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final Supplier<String> token;

    /**
     * @param address of the gateway
     * @param token asked for with every request, so that it can be renewed
     */
    public SuiteClient(URI address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    public URI address() {
        return address;
    }

    /** A request to this path that bears the token and waits half a minute for its answer unless told otherwise. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token.get()).header("Accept", "application/json");
    }

    /**
     * Sends a request that may safely be sent again, which is done when the answer is "later" or none.
     *
     * @throws SuiteRefused when there was no answer for about half a minute
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            for (var attempt = 1;; attempt++) {
                var pause = Duration.ofSeconds(1);
                try {
                    var answer = http.send(request, handler);
                    if (!List.of(429, 503).contains(answer.statusCode()) || attempt == ATTEMPTS) {
                        return answer;
                    }
                    pause = pauseAskedFor(answer, pause);
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) {
                        throw new SuiteRefused(asked(request) + " got no answer: " + e.getMessage(), e);
                    }
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteRefused(asked(request) + " was interrupted.", e);
        }
    }

    /**
     * As {@link #send}, for an answer that is text and has one of these statuses.
     *
     * @throws SuiteRefused also when it has another status
     */
    public HttpResponse<String> expect(HttpRequest request, Integer... statuses) {
        var answer = send(request, BodyHandlers.ofString());
        if (!List.of(statuses).contains(answer.statusCode())) {
            throw new SuiteRefused(asked(request) + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** The JSON object that the path answers with 200. */
    public Map<String, Object> get(String path) {
        return json(expect(to(path).GET().build(), 200));
    }

    /** The JSON object in an answer. */
    public static Map<String, Object> json(HttpResponse<String> answer) {
        try {
            return JSONObjectUtils.parse(answer.body());
        } catch (ParseException e) {
            throw new SuiteRefused(asked(answer.request()) + " answered something other than JSON.", e);
        }
    }

    /** How a request is named in messages. */
    public static String asked(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    private static Duration pauseAskedFor(HttpResponse<?> answer, Duration otherwise) {
        var asked = answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(otherwise);
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    @Override
    public void close() {
        http.close();
    }
}
