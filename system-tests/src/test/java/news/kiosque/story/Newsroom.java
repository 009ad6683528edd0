package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor at work through the API. */
final class Newsroom {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String token;
    private final Set<String> published = new LinkedHashSet<>();

    Newsroom(Suite suite) {
        this.address = suite.address();
        this.token = suite.token("editor");
    }

    /** An article as the API answers it. */
    record Answer(String id, String etag, JsonNode body) {

        String url() {
            return body.get("url").asString();
        }

        String state() {
            return body.get("state").asString();
        }
    }

    Answer draft(Object article) {
        return answer(201, send("POST", "/api/v1/articles", JSON.writeValueAsString(article), Map.of()));
    }

    Answer published(Object article) {
        return publish(draft(article));
    }

    Answer publish(Answer article) {
        published.add(article.id());
        return move(article, "publish", Map.of());
    }

    Answer withdraw(Answer article, String reason) {
        return move(article, "withdraw", Map.of("reason", reason));
    }

    /** Takes back all that it published: the same story told twice would be a near-duplicate of itself. */
    void tidy() {
        for (String id : published) {
            Answer article = get(id);
            if (article.state().equals("live")) {
                withdraw(article, "Fin du récit");
            }
        }
        published.clear();
    }

    /** Changes the working copy. */
    Answer revise(Answer article, Object changes) {
        return answer(200, send("PATCH", "/api/v1/articles/" + article.id(), JSON.writeValueAsString(changes),
                Map.of("If-Match", article.etag(), "Content-Type", "application/merge-patch+json")));
    }

    /** Posts a picture and answers its id. */
    String picture(byte[] png) {
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(address.resolve("/api/v1/media"))
                .timeout(Duration.ofSeconds(30)).header("Content-Type", "image/png")
                .header("Authorization", "Bearer " + token).POST(BodyPublishers.ofByteArray(png)).build());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("The picture was answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body()).get("id").asString();
    }

    Answer get(String id) {
        return answer(200, send("GET", "/api/v1/articles/" + id, "", Map.of()));
    }

    /** Every version of an article that was ever live. */
    List<JsonNode> revisions(String id) {
        return JSON.readTree(send("GET", "/api/v1/articles/" + id + "/revisions", "", Map.of()).body()).valueStream()
                .toList();
    }

    private Answer move(Answer article, String move, Object body) {
        return answer(200, send("POST", "/api/v1/articles/" + article.id() + "/" + move,
                JSON.writeValueAsString(body), Map.of("If-Match", article.etag())));
    }

    /** Any request of the API with this editor's token. */
    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30))
                .setHeader("Content-Type", "application/json").setHeader("Authorization", "Bearer " + token);
        headers.forEach(request::setHeader);
        return exchange(request.method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(int expected, HttpResponse<String> response) {
        if (response.statusCode() != expected) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        JsonNode body = JSON.readTree(response.body());
        return new Answer(body.get("id").asString(), response.headers().firstValue("ETag").orElseThrow(), body);
    }
}
