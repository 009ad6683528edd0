package news.kiosque.story;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import news.kiosque.story.Newsroom.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is wrong is said clearly, as a problem document, and harms nothing. */
class BadInputIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ARTICLES = "/api/v1/articles";

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "42", "null", "{\"headline\":", "{\"headline\":\"a\" \"b\"}", "\u0000"})
    void malformedJson(String body) {
        HttpResponse<String> response = newsroom.send("POST", ARTICLES, body, Map.of());

        isProblem(response, response.statusCode() == 422 ? 422 : 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/headline|42", "/headline|{\"a\":1}", "/headline|\"\"", "/edition|\"de\"",
            "/section|\"nulle-part\"", "/section|[\"monde\"]", "/authors|\"Ada\"", "/authors|[null]",
            "/body|[{\"type\":\"paragraphe\",\"text\":\"x\"}]", "/body|[{\"text\":\"x\"}]", "/body|[7]",
            "/body|\"texte\"",
            "/body|[{\"type\":\"image\",\"media\":\"rien\",\"alt\":\"x\"}]",
            "/body|[{\"type\":\"video\",\"url\":\"javascript:alert(1)\",\"title\":\"x\"}]",
            "/body|[{\"type\":\"read-also\",\"articles\":[\"pas-un-id\"]}]", "/couleur|\"bleu\"",
            "/headline|\"nul \\u0000\""})
    void wrongValuesAreNamedByTheirPointer(String pointer, String value) {
        Map<String, Object> article = new LinkedHashMap<>(Tale.FRENCH.older());
        article.put(pointer.substring(1), JSON.readTree(value));

        HttpResponse<String> response = newsroom.send("POST", ARTICLES, JSON.writeValueAsString(article), Map.of());

        isProblem(response, 422);
        assertThat(response.body()).contains("\"pointer\":\"" + pointer);
    }

    @Test
    void fiftyMegabytesAreTooMuchHoweverTheyAreSent() {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'a');
        InputStream fifty = new SequenceInputStream(Collections.enumeration(
                Collections.nCopies(50, chunk).stream().map(ByteArrayInputStream::new).toList()));
        HttpRequest request = HttpRequest.newBuilder(suite.address().resolve(ARTICLES)).timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + suite.token("editor")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> fifty)).build();

        isProblem(newsroom.exchange(request), 413);
    }

    @Test
    void aBodyThatIsNotJsonIsOfTheWrongType() {
        isProblem(newsroom.send("POST", ARTICLES, "<article/>", Map.of("Content-Type", "text/xml")), 415);
    }

    @Test
    void unknownPathsAndMethods() {
        isProblem(newsroom.send("GET", "/api/v1/articles/" + UUID.randomUUID(), "", Map.of()), 404);
        isProblem(newsroom.send("GET", "/api/v1/nothing", "", Map.of()), 404);
        isProblem(newsroom.send("DELETE", ARTICLES, "", Map.of()), 405);
        isProblem(newsroom.send("GET", "/api/v1/articles/not-an-id", "", Map.of()), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi",
            "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiZWRpdG9yIn0."})
    void withoutAGoodTokenNothingIsChanged(String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.address().resolve(ARTICLES))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Tale.FRENCH.older())));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        isProblem(newsroom.exchange(request.build()), 401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assumeTrue(suite.isOurs());
        String expired = LoginTokens.expired(suite.data());
        HttpRequest request = HttpRequest.newBuilder(suite.address().resolve(ARTICLES))
                .header("Authorization", "Bearer " + expired).build();

        isProblem(newsroom.exchange(request), 401);
    }

    @Test
    void aReporterMayNotPublish() {
        assumeTrue(suite.isOurs());
        Answer draft = newsroom.draft(Tale.FRENCH.older());
        HttpRequest request = HttpRequest
                .newBuilder(suite.address().resolve(ARTICLES + "/" + draft.id() + "/publish"))
                .header("Authorization", "Bearer " + suite.token("reporter")).header("If-Match", draft.etag())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build();

        isProblem(newsroom.exchange(request), 403);
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        Answer draft = newsroom.draft(Tale.FRENCH.older());
        newsroom.revise(draft, Map.of("headline", "Plus récent"));
        String path = ARTICLES + "/" + draft.id();

        isProblem(newsroom.send("PATCH", path, "{\"headline\":\"Trop tard\"}", Map.of("If-Match", draft.etag(),
                "Content-Type", "application/merge-patch+json")), 412);
        isProblem(newsroom.send("POST", path + "/publish", "{}", Map.of("If-Match", draft.etag())), 412);
        isProblem(newsroom.send("POST", path + "/publish", "{}", Map.of()), 428);
        assertThat(newsroom.get(draft.id()).body().toString()).contains("Plus récent").doesNotContain("Trop tard");
    }

    @Test
    void oneIdempotencyKeyMakesOneArticle() {
        String key = UUID.randomUUID().toString();
        String body = JSON.writeValueAsString(Tale.FRENCH.older());
        HttpResponse<String> first = newsroom.send("POST", ARTICLES, body, Map.of("Idempotency-Key", key));
        HttpResponse<String> again = newsroom.send("POST", ARTICLES, body, Map.of("Idempotency-Key", key));
        HttpResponse<String> other = newsroom.send("POST", ARTICLES,
                JSON.writeValueAsString(Tale.FRENCH.oldest()), Map.of("Idempotency-Key", key));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isIn(200, 201);
        assertThat(id(again)).isEqualTo(id(first));
        isProblem(other, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/monde/%2e%2e/%2e%2e/etc/passwd", "/monde/..;/actuator/env", "/%00", "/actuator/env",
            "/internal/notices", "/a%2fb/%5c", "/%61ctuator/health"})
    void hostilePathsLeadNowhere(String path) {
        HttpResponse<String> response = newsroom.exchange(HttpRequest
                .newBuilder(URI.create(suite.address() + path)).build());

        assertThat(response.statusCode()).as(path).isIn(List.of(400, 404));
    }

    private static String id(HttpResponse<String> response) {
        return JSON.readTree(response.body()).get("id").asString();
    }

    private static void isProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Exception");
    }
}
