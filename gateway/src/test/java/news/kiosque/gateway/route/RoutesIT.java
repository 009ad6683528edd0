package news.kiosque.gateway.route;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import news.kiosque.gateway.Neighbour.Asked;
import news.kiosque.gateway.RawClient;
import news.kiosque.gateway.Suite;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.platform.token.Tokens;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Suite suite;

    @BeforeAll
    static void starts() {
        suite = new Suite(Map.of("kiosque.services.response-timeout", "1s"));
        suite.articles.at("/actuator/health/readiness", (_, answer) -> answer.status(200).send());
        suite.articles.at("/slow", (_, _) -> Mono.never());
        suite.consent.at("/actuator/health/readiness", (_, answer) -> answer.status(503).send());
    }

    @AfterAll
    static void stops() {
        suite.close();
        CLIENT.close();
    }

    @ParameterizedTest
    @CsvSource({"/,articles", "/monde/un-article,articles", "/feed.xml,articles", "/media/a.jpg,articles",
            "/assets/a.css,articles", "/recherche?q=%C3%A9t%C3%A9%7Cb&x%5B%5D=1,articles", "/choix,consent",
            "/choix/v1/decisions,consent", "/choix/assets/notice.css,consent", "/.well-known/gpc.json,consent",
            "/.well-known/security.txt,articles", "/choixx,articles", "/monde/%C3%A9t%C3%A9,articles"})
    void asksTheServiceOfAnAddressAsTheReaderAskedIt(String address, String service) throws Exception {
        assertThat(get(address).statusCode()).isEqualTo(404);

        var there = service.equals("consent") ? suite.consent : suite.articles;
        assertThat(there.asked()).last().extracting(Asked::uri).isEqualTo(address);
    }

    @Test
    void tellsTheServiceWhoOfTheNewsroomAsks() throws Exception {
        send(request("/api/v1/articles/1?x=y").header("Authorization",
                "Bearer " + TestKeys.loginToken("anne", "reporter", Duration.ofMinutes(1))));

        Asked asked = suite.articles.askedAt("/api/v1/articles/1").getLast();
        String token = asked.headers().get("Authorization").substring("Bearer ".length());
        StepVerifier
                .create(Tokens.serviceVerifier(new KeyFolder(TestKeys.folder()).servicePublic(), "article-service")
                        .decode(token))
                .assertNext(jwt -> assertThat(jwt.getSubject() + " " + jwt.getClaimAsString("role"))
                        .isEqualTo("anne reporter"))
                .verifyComplete();
        assertThat(asked.headers().getAll("Authorization")).hasSize(1);
    }

    @Test
    void letsASearchBeAskedOfTheRecommendationServiceAndNothingElse() throws Exception {
        send(request("/recherche?q=pass").header("X-Kiosque-Search", "Bearer forged").header("Authorization", "mine"));
        send(request("/monde/pass"));

        Asked search = suite.articles.askedAt("/recherche").getLast();
        StepVerifier.create(
                Tokens.serviceVerifier(new KeyFolder(TestKeys.folder()).servicePublic(), "recommendation-service")
                        .decode(search.headers().get("X-Kiosque-Search").substring("Bearer ".length())))
                .assertNext(jwt -> assertThat(jwt.getClaimAsString("role")).isEqualTo("reporter")).verifyComplete();
        assertThat(search.headers().getAll("X-Kiosque-Search")).hasSize(1);
        assertThat(search.headers().contains("Authorization")).isFalse();
        assertThat(suite.articles.askedAt("/monde/pass").getLast().headers().contains("X-Kiosque-Search")).isFalse();
    }

    @Test
    void sendsTheNewsroomToTheServiceThatItsAddressNames() throws Exception {
        String editor = "Bearer " + TestKeys.loginToken("anne", "administrator", Duration.ofMinutes(1));

        send(request("/api/v1/consent/jurisdictions").header("Authorization", editor));
        assertThat(suite.consent.asked()).last().extracting(Asked::uri).isEqualTo("/api/v1/consent/jurisdictions");
        assertThat(send(request("/api/v1/related/status").header("Authorization", editor)).statusCode())
                .as("nobody is at the recommendation-service's address here").isEqualTo(503);
        isUnauthorized(get("/api/v1/related/status"));
    }

    @Test
    void keepsOutWhoHasNoValidToken() throws Exception {
        int before = suite.articles.asked().size();
        String forged = TestKeys.forgedToken(Tokens.LOGIN_ISSUER, Tokens.LOGIN_AUDIENCE, "administrator");
        String expired = TestKeys.loginToken("anne", "editor", Duration.ofMinutes(-2));
        String services = TestKeys.serviceToken("article-service", "anne", "editor");

        for (String authorization : new String[]{"Bearer " + forged, "Bearer " + expired, "Bearer " + services,
                "Bearer x", "Basic YTpi"}) {
            isUnauthorized(send(request("/api/v1/articles").header("Authorization", authorization)));
        }
        isUnauthorized(get("/api/v1/articles"));
        assertThat(suite.articles.asked()).hasSize(before);
    }

    private static void isUnauthorized(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401", "\"title\":\"Unauthorized\"");
    }

    @Test
    void knowsNoOtherApi() throws Exception {
        HttpResponse<String> answer = get("/api/v2/articles");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void saysByProblemOrByPageThatAServiceDoesNotAnswer() throws Exception {
        HttpResponse<String> page = get("/slow");
        HttpResponse<String> problem = send(request("/slow").header("Accept", "application/json"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("retry-after")).isPresent();
        assertThat(page.body()).contains("<html lang=\"fr\">", "Cette page ne peut");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("\"status\":503").doesNotContain("Exception", "127.0.0.1");
    }

    @Test
    void asksAgainWhatOnlyReadsWhenTheConnectionBreaks() throws Exception {
        AtomicInteger times = new AtomicInteger();
        suite.articles.at("/flaky", (request, answer) -> {
            if (times.incrementAndGet() == 1) {
                request.withConnection(connection -> connection.channel().close());
                return Mono.never();
            }
            return answer.sendString(Mono.just("there"));
        });

        assertThat(get("/flaky").body()).isEqualTo("there");
        assertThat(times).hasValue(2);
    }

    @Test
    void neverSendsTwiceWhatChangesSomething() throws Exception {
        suite.articles.at("/api/v1/articles", (request, _) -> {
            request.withConnection(connection -> connection.channel().close());
            return Mono.never();
        });
        int before = suite.articles.askedAt("/api/v1/articles").size();

        HttpResponse<String> answer = send(request("/api/v1/articles")
                .header("Authorization", "Bearer " + TestKeys.loginToken("anne", "editor", Duration.ofMinutes(1)))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(suite.articles.askedAt("/api/v1/articles")).hasSize(before + 1);
    }

    @Test
    void saysServiceByServiceWhatIsUp() throws Exception {
        HttpResponse<String> answer = get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"degraded\"", "\"article-service\":{\"status\":\"up\"}",
                "\"consent-service\":{\"status\":\"down\"}", "\"recommendation-service\":{\"status\":\"down\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness"})
    void isReadyWithoutKafkaAndWithoutTheConsentService(String address) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("kafka", "components");
    }

    @Test
    void compressesAndSaysWhatItDependsOn() throws Exception {
        suite.articles.at("/long.xml", (_, answer) -> answer.header("Content-Type", "application/rss+xml")
                .header("Content-Length", "5000").sendString(Mono.just("x".repeat(5000))));

        HttpResponse<String> answer = send(request("/long.xml").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("vary")).contains("accept-encoding");
        assertThat(get("/long.xml").headers().firstValue("content-length")).contains("5000");
    }

    @Test
    void endsAnAnswerThatItsServiceBreaksOff() throws IOException {
        suite.articles.at("/half", (request, answer) -> answer.header("Content-Length", "100")
                .sendString(Mono.just("half").concatWith(Mono.error(new IOException("broken off")))));

        String answer = RawClient.ask(suite.port(), "GET /half HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("broken off");
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(suite.at(address));
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return send(request(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
