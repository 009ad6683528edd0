package news.kiosque.story;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.story.Newsroom.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A relay that is stopped past its lease and woken cannot put an old state last. */
@EnabledIf("isOurs")
class StalledRelayIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ARTICLES = 20;

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    static boolean isOurs() {
        return Suite.running().isOurs() && Files.isDirectory(Path.of("/proc/self"));
    }

    @Test
    void theLastRecordOfEveryKeyIsTheNewestState() throws Exception {
        long stalled = suite.pid("article-service").orElseThrow();
        int port = freePort();
        Process second = startSecond(stalled, port);
        try {
            URI beside = URI.create("http://127.0.0.1:" + port);
            await("the second article-service").atMost(PATIENCE).ignoreExceptions()
                    .until(() -> get(beside.resolve("/actuator/health/readiness")).statusCode() == 200);
            List<Answer> articles = new ArrayList<>();
            for (int i = 0; i < ARTICLES; i++) {
                articles.add(newsroom.published(Tale.FRENCH.older()));
            }
            signal(stalled, "STOP");
            Map<String, String> newest = reviseThrough(beside, articles);
            await("the newest states on Kafka").atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(headlines()).containsAllEntriesOf(newest));
            signal(stalled, "CONT");
            Answer afterwards = newsroom.published(Tale.FRENCH.oldest());
            await("what is published after it woke").atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(headlines()).containsKey(afterwards.id()));
            assertThat(headlines()).containsAllEntriesOf(newest);
        } finally {
            signal(stalled, "CONT");
            second.destroy();
            second.waitFor();
        }
        Answer last = newsroom.published(Tale.FRENCH.oldest());
        await("the first relay takes over again").atMost(PATIENCE)
                .untilAsserted(() -> assertThat(headlines()).containsKey(last.id()));
    }

    private Map<String, String> reviseThrough(URI service, List<Answer> articles) throws Exception {
        String token = LoginTokens.forService(suite.data(), "article-service");
        Map<String, String> newest = new HashMap<>();
        for (Answer article : articles) {
            String etag = article.etag();
            for (int version = 1; version <= 3; version++) {
                String headline = "Version " + version + " de " + article.id();
                URI path = service.resolve("/api/v1/articles/" + article.id());
                HttpResponse<String> changed = send(path, "PATCH",
                        JSON.writeValueAsString(Map.of("headline", headline)),
                        "application/merge-patch+json", etag, token);
                assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
                HttpResponse<String> published = send(URI.create(path + "/publish"), "POST", "{}", "application/json",
                        changed.headers().firstValue("ETag").orElseThrow(), token);
                assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
                etag = published.headers().firstValue("ETag").orElseThrow();
                newest.put(article.id(), headline);
            }
        }
        return newest;
    }

    private Map<String, String> headlines() {
        Map<String, String> headlines = new HashMap<>();
        ArticleTopic.of(suite).lastStates().forEach((id, state) -> headlines.put(id, headline(state)));
        return headlines;
    }

    private static String headline(ArticleEvent state) {
        return switch (state) {
            case ArticlePublished published -> published.article().headline();
            case ArticleRevised revised -> revised.article().headline();
            default -> "";
        };
    }

    /** The same command line and variables as the first, but for the port. */
    private Process startSecond(long first, int port) throws IOException {
        List<String> command = List.of(Files.readString(Path.of("/proc", Long.toString(first), "cmdline")).split("\0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/proc", Long.toString(first), "cwd").toRealPath().toFile())
                .redirectErrorStream(true).redirectOutput(Path.of("target", "second-article-service.log").toFile());
        builder.environment().putAll(ArticleTopic.environment(suite, "article-service"));
        builder.environment().put("KIOSQUE_PORT", Integer.toString(port));
        return builder.start();
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(URI uri, String method, String body, String type, String etag, String token)
            throws Exception {
        return http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Content-Type", type)
                .header("If-Match", etag).header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static void signal(long pid, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
