package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader whose browser accepts by a script, and keeps the cookie by which the choice is found again. */
final class Chooser {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Suite suite;
    private final String cookie;
    private final String record;

    private Chooser(Suite suite, String cookie, String record) {
        this.suite = suite;
        this.cookie = cookie;
        this.record = record;
    }

    static Chooser whoAccepts(Suite suite) {
        String version = JSON.readTree(send(to(suite, "/choix/v1/notice")).body()).get("version").asString();
        HttpResponse<String> answer = send(to(suite, "/choix/v1/decisions").header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"notice\": \"" + version + "\", \"choice\": \"accept\"}")));
        String cookie = answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("csid="))
                .map(set -> set.split(";")[0]).findFirst().orElseThrow(() -> new AssertionError(answer.body()));
        return new Chooser(suite, cookie,
                JSON.readTree(answer.body()).get("receipt").asString().replaceAll(".*/", ""));
    }

    /** The id of the choice. */
    String record() {
        return record;
    }

    /** What this suite has on record of the reader; nothing when there is nothing. */
    JsonNode decisions(Suite suite) {
        return JSON.readTree(send(to(suite, "/choix/v1/me/export").header("Cookie", cookie)).body()).path("decisions");
    }

    /** @return the pseudonym that it was under */
    String erase() {
        String subject = decisions(suite).get(0).get("subject").asString();
        HttpResponse<String> answer = send(to(suite, "/choix/v1/me").header("Cookie", cookie).DELETE());
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.body());
        }
        return subject;
    }

    private static HttpRequest.Builder to(Suite suite, String path) {
        return HttpRequest.newBuilder(suite.address().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
