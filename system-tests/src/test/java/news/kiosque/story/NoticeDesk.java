package news.kiosque.story;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An administrator who changes one text of the notice through the API. */
final class NoticeDesk {
    private static final String DRAFT = "/api/v1/consent/notices/draft";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite;
    private final String token;
    private String readMore = "";

    NoticeDesk(Suite suite) {
        this.suite = suite;
        this.token = suite.token("administrator");
    }

    /** @param material whether everybody is asked again */
    void publish(boolean material) {
        readMore = "En savoir plus " + UUID.randomUUID().toString().substring(0, 4);
        JsonNode wording = JSON.readTree(send("GET", DRAFT, "", "").body());
        ((ObjectNode) wording.get("words").get("fr")).put("readMore", readMore);
        String tag = send("PUT", DRAFT, "", JSON.writeValueAsString(wording)).headers().firstValue("ETag")
                .orElseThrow();
        send("POST", DRAFT + "/publish", tag, "{\"material\": " + material + "}");
    }

    /** The text that was published last. */
    String readMore() {
        return readMore;
    }

    /** Readers see the notice as it was published last. */
    void awaitShown() {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> new Reader(suite.address()).open("/").text("#consent").contains(readMore));
    }

    private HttpResponse<String> send(String method, String path, String match, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.address().resolve(path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
        if (!match.isEmpty()) {
            request.header("If-Match", match);
        }
        try {
            HttpResponse<String> answer = http.send(request.method(method, BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
