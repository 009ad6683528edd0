package news.kiosque.gateway.edge;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import news.kiosque.gateway.Neighbour.Asked;
import news.kiosque.gateway.RawClient;
import news.kiosque.gateway.Suite;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeIT {
    private static Suite suite;

    @BeforeAll
    static void starts() {
        suite = new Suite(Map.of("kiosque.edge.head-timeout", "3s", "kiosque.edge.body-timeout", "3s"));
        suite.articles.at("/monde/",
                (_, answer) -> answer.header("Content-Type", "text/plain").sendString(Mono.just("monde")));
        suite.articles.at("/api/v1/articles", (_, answer) -> answer.status(201).send());
        suite.articles.at("/api/v1/media", (_, answer) -> answer.status(201).send());
    }

    @AfterAll
    static void stops() {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\nContent-Length: 4", "Transfer-Encoding: xchunked",
            "Content-Length: 4\r\nContent-Length: 4", "Transfer-Encoding: identity\r\nContent-Length: 4",
            "Content-Length: 4\r\nContent-Length: 40"})
    void neverLetsASmuggledRequestThrough(String framing) throws IOException {
        String answer = ask("POST /monde/ HTTP/1.1\r\nHost: a\r\n" + framing
                + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
        assertThat(suite.articles.askedAt("/smuggled")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CONNECT /monde/,405", "CONNECT a:443,405", "TRACE /monde/,405", "GET /monde/../../etc,400",
            "GET /monde/%2e%2e/x,400", "GET /monde/;x,400", "GET /monde/%00,400", "GET /actuator/env,404",
            "GET /internal/notices,404", "GET /%69nternal/notices,404", "GET //internal/notices,400"})
    void answersItselfWhatIsNotForTheServices(String line, int status) throws IOException {
        int before = suite.articles.asked().size();

        assertThat(ask(line + " HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
        assertThat(suite.articles.asked()).hasSize(before);
    }

    @Test
    void servesOnAfterAConnect() throws IOException {
        ask("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(ask("GET /monde/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void neverTakesABrokenBodyForAWholeOne() throws IOException {
        String answer = ask(post("/api/v1/articles?broken", "Transfer-Encoding: chunked") + "3\r\nabc\r\nzz\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(suite.articles.asked()).noneMatch(one -> one.uri().endsWith("?broken") && one.whole().get());
    }

    @Test
    void neverTakesAnEndedBodyForAWholeOne() throws IOException {
        try (RawClient client = new RawClient(suite.port())) {
            client.send(post("/api/v1/articles?ended", "Content-Length: 100") + "abc").endsSending().untilClosed();
        }
        assertThat(suite.articles.asked()).noneMatch(one -> one.uri().endsWith("?ended") && one.whole().get());
    }

    @Test
    void stopsAChunkedBodyAtItsLimit() throws IOException {
        StringBuilder request = new StringBuilder(post("/api/v1/articles?large", "Transfer-Encoding: chunked"));
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (RawClient client = new RawClient(suite.port())) {
            client.send(request.toString());
            for (int i = 0; i < 33; i++) {
                client.send(chunk);
            }
            assertThat(client.untilClosed()).startsWith("HTTP/1.1 413 ").contains("\"status\":413");
        }
        assertThat(suite.articles.asked()).filteredOn(one -> one.uri().endsWith("?large"))
                .allSatisfy(one -> assertThat(one.whole()).isFalse())
                .allSatisfy(one -> assertThat(one.bodyBytes().get()).isLessThanOrEqualTo(2 << 20));
    }

    /** Most clients send all before they listen. */
    @Test
    void tellsAClientThatSendsFiftyMegabytesWhy() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(suite.at("/api/v1/articles"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[50 << 20])).build();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        }
    }

    @Test
    void takesLargerPictures() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(suite.at("/api/v1/media")).header("Authorization", bearer())
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[9 << 20])).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
        assertThat(suite.articles.askedAt("/api/v1/media")).extracting(one -> one.bodyBytes().get())
                .contains(9L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /monde/ HTTP/1.1\r\nHost: a\r\nX-A"})
    void closesAConnectionThatNeverEndsItsHead(String head) throws IOException {
        try (RawClient client = new RawClient(suite.port())) {
            client.send(head);

            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @Test
    void closesAConnectionThatIsNotUsedAgain() throws IOException {
        assertThat(ask("GET /monde/ HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 200 ").endsWith("monde");
    }

    @Test
    void doesNotWaitForABodyForEver() throws IOException {
        assertThat(ask(post("/api/v1/articles?slow", "Content-Length: 100") + "abc")).startsWith("HTTP/1.1 408 ");
        assertThat(suite.articles.asked()).noneMatch(one -> one.uri().endsWith("?slow") && one.whole().get());
    }

    @Test
    void saysNothingToServicesInAClientsName() throws IOException {
        ask("""
                GET /monde/?clean HTTP/1.1
                Host: kiosque.example
                Connection: close, X-Consent
                X-Consent: audience
                X-Forwarded-For: 10.0.0.1
                X-Kiosque-Role: administrator
                Authorization: Bearer x
                Cookie: a=b
                Accept-Encoding: gzip

                """.replace("\n", "\r\n"));

        Asked asked = suite.articles.asked().stream().filter(one -> one.uri().endsWith("?clean")).findFirst()
                .orElseThrow();
        assertThat(asked.headers().get("X-Consent")).isEqualTo("denied");
        assertThat(asked.headers().names().stream().map(String::toLowerCase)).doesNotContain("x-forwarded-for",
                "x-kiosque-role", "authorization", "cookie", "accept-encoding", "forwarded");
    }

    private static String ask(String request) throws IOException {
        return RawClient.ask(suite.port(), request);
    }

    private static String post(String uri, String framing) {
        return "POST " + uri + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + bearer() + "\r\n" + framing + "\r\n\r\n";
    }

    private static String bearer() {
        return "Bearer " + TestKeys.loginToken("anne", "editor", Duration.ofMinutes(5));
    }
}
