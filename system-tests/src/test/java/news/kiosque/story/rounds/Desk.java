package news.kiosque.story.rounds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/** Where writers and readers speak to a suite whose processes die under them. */
final class Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final URI address;
    private final String token;
    private final LongAdder unanswered = new LongAdder();

    Desk(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What came back; a status of 0 when nothing did. */
    record Reply(int status, String body, @Nullable String etag) {

        /** Whether one cannot tell if it was done. */
        boolean isUnknown() {
            return status == 0 || status == 429 || status >= 500;
        }
    }

    /** How often there was no answer, or one that leaves open what was done. */
    long unanswered() {
        return unanswered.sum();
    }

    Reply send(String method, String path, String body, Map<String, String> headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE)
                .setHeader("Authorization", "Bearer " + token).setHeader("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        return exchange(request
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
    }

    /** As a reader, whom nobody knows. */
    Reply read(String path) throws InterruptedException {
        return exchange(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build());
    }

    private Reply exchange(HttpRequest request) throws InterruptedException {
        Reply reply;
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            reply = new Reply(answer.statusCode(), answer.body(), answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            reply = new Reply(0, e.toString(), null);
        }
        if (reply.isUnknown()) {
            unanswered.increment();
        }
        return reply;
    }
}
