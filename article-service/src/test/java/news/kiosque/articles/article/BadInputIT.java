package news.kiosque.articles.article;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import news.kiosque.articles.RunningArticleService;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputIT extends RunningArticleService {
    private static final String ARTICLES = "/api/v1/articles";

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"edition\": \"fr\"", "{\"a\": 1, \"a\": 2}", "{} {}", "nothing",
            "{\"a\": \"\\x\"}",
            "{\"edition\": NaN}"})
    void refusesWhatIsNoJson(String body) {
        isProblem(post("reporter", ARTICLES, body), 400);
    }

    @Test
    void refusesDeepNesting() {
        isProblem(post("reporter", ARTICLES, "[".repeat(100_000)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null"})
    void refusesWhatIsNoObject(String body) {
        isProblem(post("reporter", ARTICLES, body), 422);
    }

    @Test
    void pointsToEachFieldThatIsWrong() {
        var changes = new java.util.HashMap<String, Object>(
                Map.of("section", "nulle-part", "headline", " ", "standfirst",
                        12, "authors", "Anne", "tags", List.of("Ukraine", 5), "slug", "Pas Valable", "surprise", true));
        changes.put("body", List.of(Map.of("type", "table"), Map.of("type", "paragraph", "text", List.of()), "texte",
                Map.of("type", "video", "url", "javascript:alert(1)"), Map.of("type", "read-also", "articles",
                        List.of("x")),
                Map.of("type", "heading", "text", "Titre", "level", 2),
                Map.of("type", "list", "items", List.of("<br>"))));

        assertThat(faults(post("reporter", ARTICLES, article(changes)))).contains("/section", "/headline",
                "/standfirst", "/authors", "/tags/1", "/slug", "/surprise", "/body/0/type", "/body/1/text", "/body/2",
                "/body/3/url", "/body/4/articles", "/body/5/level", "/body/6/items");
    }

    @Test
    void refusesWhatIsNotThere() {
        String unknown = UUID.randomUUID().toString();
        var body = List.of(Map.of("type", "image", "media", "0123456789"),
                Map.of("type", "read-also", "articles", List.of(unknown)));

        assertThat(faults(post("reporter", ARTICLES, article(Map.of("body", body))))).containsExactly("/body/0/media",
                "/body/1/articles");
        assertThat(faults(post("reporter", ARTICLES, article(Map.of("edition", "de"))))).contains("/edition");
        assertThat(faults(post("reporter", ARTICLES, "{}"))).contains("/edition", "/section", "/headline");
    }

    @Test
    void refusesTextsThatCannotBeKept() {
        assertThat(faults(post("reporter", ARTICLES, article(Map.of()).replace("Ils viennent", "\\u0000"))))
                .containsExactly("/standfirst");
        assertThat(faults(post("reporter", ARTICLES, article(Map.of()).replace("Ils viennent", "\\ud800"))))
                .containsExactly("/standfirst");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(faults(post("reporter", ARTICLES, article(Map.of("headline", "x".repeat(301))))))
                .containsExactly("/headline");
        assertThat(faults(post("reporter", ARTICLES,
                article(Map.of("body", Collections.nCopies(501, Map.of("type", "paragraph", "text", "x")))))))
                .containsExactly("/body");
        assertThat(faults(post("reporter", ARTICLES, article(
                Map.of("body", Collections.nCopies(50, Map.of("type", "paragraph", "text", "x".repeat(19_000))))))))
                .containsExactly("/body");
    }

    @Test
    void readsOfALargeBodyOnlyWhatItTakes() {
        isProblem(post("reporter", ARTICLES, article(Map.of("headline", "x".repeat(3_000_000)))), 413);
        var chunks = Flux.range(0, 50).map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[100_000]));
        isProblem(http.post().uri(ARTICLES).headers(as("reporter")).contentType(MediaType.APPLICATION_JSON)
                .body(chunks, org.springframework.core.io.buffer.DataBuffer.class).exchange(), 413);
    }

    @Test
    void refusesOtherTypesMethodsAndPaths() {
        isProblem(http.post().uri(ARTICLES).headers(as("reporter")).contentType(MediaType.TEXT_PLAIN)
                .bodyValue(article(Map.of())).exchange(), 415);
        isProblem(http.post().uri(ARTICLES).headers(as("reporter")).contentType(MediaType.APPLICATION_XML)
                .bodyValue("<a/>").exchange(), 415);
        isProblem(send("reporter", HttpMethod.DELETE, ARTICLES, ""), 405);
        isProblem(get("/api/v1/nothing"), 404);
        isProblem(get(ARTICLES + "/" + UUID.randomUUID()), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=x", "limit=1000", "cursor=x", "edition=de", "state=x", "since=gestern",
            "colour=red"})
    void refusesQuestionsThatMakeNoSense(String query) {
        isProblem(get(ARTICLES + "?" + query), 400);
    }

    @Test
    void asksForATokenThatIsValidNow() {
        isProblem(http.get().uri(ARTICLES).exchange(), 401);
        String expired = TestKeys.serviceToken("article-service", "alice", "editor", Duration.ofMinutes(-5));
        String forged = TestKeys.forgedToken("kiosque-gateway", "article-service", "editor");
        String ofAnother = TestKeys.serviceToken("consent-service", "alice", "editor");
        for (String token : List.of(expired, forged, ofAnother, "nonsense")) {
            isProblem(http.get().uri(ARTICLES).headers(headers -> headers.setBearerAuth(token)).exchange(), 401);
        }
        isProblem(post("reporter", "/api/v1/sections", "{\"edition\": \"fr\", \"path\": \"x\", \"name\": \"X\"}"),
                403);
    }

    @Test
    void refusesKeysThatAreTooLong() {
        isProblem(post("reporter", ARTICLES, article(Map.of()), "Idempotency-Key", "k".repeat(300)), 400);
    }

    @Test
    void keepsOnlyHarmlessHtml() {
        JsonNode article = drafted(Map.of("body", List.of(Map.of("type", "paragraph", "text",
                "<b onclick=x>Gras</b> <a href=\"javascript:alert(1)\">lien</a> <script>x</script><img src=x>"))));

        assertThat(article.get("body").get(0).get("text").stringValue().strip())
                .isEqualTo("<strong>Gras</strong> lien");
    }

    private static void isProblem(ResponseSpec response, int status) {
        response.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json(response).get("status").intValue()).isEqualTo(status);
    }

    private static List<String> faults(ResponseSpec response) {
        response.expectStatus().isEqualTo(422).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return json(response).get("errors").valueStream().map(fault -> fault.get("pointer").stringValue()).toList();
    }
}
