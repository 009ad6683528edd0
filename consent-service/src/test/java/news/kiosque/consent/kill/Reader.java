package news.kiosque.consent.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import com.jayway.jsonpath.JsonPath;

/**
 * A reader who goes on choosing, and repeats a choice with the same key until it is acknowledged; who now and then has all
 * erased, or comes as somebody new.
 */
final class Reader implements Runnable {
    private static final List<String> CHOICES = List.of("accept", "refuse", "custom");
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1)).build();

    private final URI service;
    private final Random random;
    private final Semaphore acknowledgements;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Long> choicesByCookie = new HashMap<>();
    private int erasures;
    private volatile boolean ending;
    private String cookie = "";

    /** @param id of the record that the answer named */
    record Acknowledged(String id, String choice) {}

    Reader(URI service, long seed, Semaphore acknowledgements) {
        this.service = service;
        this.random = new Random(seed);
        this.acknowledgements = acknowledgements;
    }

    @Override
    public void run() {
        try {
            while (!ending) {
                choose(CHOICES.get(random.nextInt(CHOICES.size())), UUID.randomUUID().toString());
                // A new reader now and then: the first choice has no cookie to be known by.
                switch (random.nextInt(16)) {
                    case 0 -> erase();
                    case 1, 2 -> cookie = "";
                    default -> {
                    }
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ending = true;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** By the cookie of those who were not erased, how many choices of theirs were acknowledged. */
    Map<String, Long> choicesByCookie() {
        return choicesByCookie;
    }

    int erasures() {
        return erasures;
    }

    private void choose(String choice, String key) throws InterruptedException {
        String body = "{\"notice\": \"1\", \"choice\": \"" + choice + "\", \"purposes\": [\"audience\"]}";
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/choix/v1/decisions"))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = answered(request.build());
        String receipt = JsonPath.read(answer.body(), "$.receipt");
        acknowledged.add(new Acknowledged(receipt.substring(receipt.lastIndexOf('/') + 1), choice));
        cookie = answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("csid="))
                .map(set -> set.split(";")[0]).findFirst().orElseThrow();
        choicesByCookie.merge(cookie, 1L, Long::sum);
        acknowledgements.release();
    }

    private void erase() throws InterruptedException {
        answered(HttpRequest.newBuilder(service.resolve("/choix/v1/me")).timeout(Duration.ofSeconds(10))
                .header("Cookie", cookie).DELETE().build());
        choicesByCookie.remove(cookie);
        cookie = "";
        erasures++;
    }

    private static HttpResponse<String> answered(HttpRequest request) throws InterruptedException {
        Optional<HttpResponse<String>> answer = ask(request);
        while (answer.isEmpty()) {
            Thread.sleep(Duration.ofMillis(50));
            answer = ask(request);
        }
        return answer.get();
    }

    /** Empty when there was no answer, or one that promises nothing. */
    private static Optional<HttpResponse<String>> ask(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200, 201, 204 -> Optional.of(answer);
                case 503 -> Optional.empty();
                default -> throw new AssertionError(answer.statusCode() + " " + answer.body());
            };
        } catch (IOException away) {
            return Optional.empty();
        }
    }
}
