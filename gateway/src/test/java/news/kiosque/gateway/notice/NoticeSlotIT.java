package news.kiosque.gateway.notice;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import io.netty.buffer.Unpooled;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import news.kiosque.gateway.Neighbour;
import news.kiosque.gateway.RawClient;
import news.kiosque.gateway.Suite;
import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import news.kiosque.platform.consent.ConsentCookieKeys;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeSlotIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FRAGMENT = "<form id=\"consent\">Accepter – Refuser</form>";
    private static final String BEFORE = "<!doctype html><html><body>";
    private static final String AFTER = "<main>" + "Bélarus ".repeat(500) + "</main></body></html>";
    private static final String PAGE = BEFORE + "<!--kiosque:notice--><!--/kiosque:notice-->" + AFTER;
    private static Suite suite;

    @BeforeAll
    static void starts() {
        say(notice(1, "fr", "v1", FRAGMENT));
        suite = new Suite(Map.of("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers()));
        suite.articles.at("/page", NoticeSlotIT::page);
        suite.articles.at("/en/page", NoticeSlotIT::page);
        suite.articles.at("/gone", (_, answer) -> answer.status(410).header("Content-Type", "text/html")
                .header("ETag", "\"gone\"").sendString(Mono.just(PAGE)));
        suite.articles.at("/cut", (_, answer) -> answer.header("Content-Type", "text/html; charset=utf-8").send(
                Flux.fromArray(PAGE.split("(?<=n)")).map(piece -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8)),
                _ -> true));
        suite.articles.at("/feed.xml", (_, answer) -> answer.header("Content-Type", "application/rss+xml")
                .header("ETag", "\"f1\"").sendString(Mono.just(PAGE)));
        Awaitility.await().until(() -> get("/page").body().contains(FRAGMENT));
    }

    private static Publisher<Void> page(HttpServerRequest request, HttpServerResponse answer) {
        answer.header("ETag", "\"p1\"").header("Cache-Control", "public, max-age=60").header("Surrogate-Key",
                "article/1");
        if (request.requestHeaders().contains("If-None-Match", "\"p1\"", false)) {
            return answer.status(304).send();
        }
        byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
        return answer.header("Content-Type", "text/html;charset=utf-8").header("Content-Length", "" + bytes.length)
                .header("Content-Security-Policy", "default-src 'none'").sendByteArray(Mono.just(bytes));
    }

    @AfterAll
    static void stops() {
        suite.close();
        CLIENT.close();
    }

    @Test
    void fillsThePageAndSaysSo() throws Exception {
        HttpResponse<String> page = get("/page");

        assertThat(page.body()).isEqualTo(BEFORE + FRAGMENT + AFTER);
        assertThat(page.headers().firstValueAsLong("content-length"))
                .hasValue(page.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(page.headers().firstValue("vary")).contains("Accept-Encoding, Cookie, Sec-GPC");
        assertThat(page.headers().firstValue("cache-control")).contains("private, no-cache");
        assertThat(page.headers().firstValue("surrogate-key")).contains("article/1");
        assertThat(page.headers().firstValue("content-security-policy").orElse("")).contains("style-src 'self'",
                "script-src 'self' 'sha256-x'");
        assertThat(page.headers().firstValue("etag").orElse("")).matches("W/\"p1~[0-9a-f]{8}\"");
    }

    @Test
    void fillsAPageHoweverItIsCut() throws Exception {
        assertThat(get("/cut").body()).isEqualTo(BEFORE + FRAGMENT + AFTER);
        assertThat(RawClient.ask(suite.port(), "GET /cut HTTP/1.0\r\n\r\n")).endsWith(BEFORE + FRAGMENT + AFTER);
    }

    @Test
    void fillsWhatIsGone() throws Exception {
        HttpResponse<String> page = get("/gone");

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).isEqualTo(BEFORE + FRAGMENT + AFTER);
        assertThat(page.headers().firstValue("etag")).isEmpty();
    }

    @Test
    void leavesFeedsAsTheyAre() throws Exception {
        HttpResponse<String> feed = get("/feed.xml");

        assertThat(feed.body()).isEqualTo(PAGE);
        String tag = feed.headers().firstValue("etag").orElseThrow();
        assertThat(send(request("/feed.xml").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    }

    @Test
    void showsNothingToWhoHasAnswered() throws Exception {
        HttpResponse<String> page = send(request("/page").header("Cookie", cookie("v1", Set.of(Purpose.audience))));

        assertThat(page.body()).isEqualTo(BEFORE + AFTER);
        assertThat(page.headers().firstValue("content-security-policy")).contains("default-src 'none'");
        Neighbour.Asked asked = suite.articles.askedAt("/page").getLast();
        assertThat(asked.headers().get("X-Consent")).isEqualTo("audience");
        assertThat(asked.headers().get("Cookie")).isNull();
    }

    @Test
    void aChoiceIsAskedForWithTheCookiesThatItNeedsHoweverManyThereAre() throws Exception {
        String many = "; other=" + "x".repeat(9_000);
        String choice = cookie("v1", Set.of(Purpose.embeds)).substring("a=b; ".length());

        send(request("/choix").header("Cookie", choice + "; csid=abc" + many).header("X-Kiosque-Mode", "implied"));
        send(request("/choix").header("Cookie", "cs=" + "v1.".repeat(3_000)));
        send(request("/choix").header("Cookie", "other=1"));

        List<Neighbour.Asked> asked = suite.consent.askedAt("/choix");
        assertThat(asked.get(0).headers().get("Cookie")).isEqualTo(choice + "; csid=abc");
        assertThat(asked.get(0).headers().getAll("X-Kiosque-Mode")).containsExactly("opt_in");
        assertThat(asked.get(0).headers().get("X-Consent")).isEqualTo("embeds");
        assertThat(asked.get(1).headers().get("Cookie")).hasSizeLessThan(300).startsWith("cs=v1.");
        assertThat(asked.get(1).headers().get("X-Consent")).isEqualTo("denied");
        assertThat(asked.get(2).headers().contains("Cookie")).isFalse();
    }

    @Test
    void asksAgainWhenTheAnswerWasToAnotherNotice() throws Exception {
        assertThat(send(request("/page").header("Cookie", cookie("v0", Set.of()))).body()).contains(FRAGMENT);
    }

    @Test
    void answersNotModifiedOnlyToWhoHasThisVariant() throws Exception {
        String asking = get("/page").headers().firstValue("etag").orElseThrow();
        String answered = cookie("v1", Set.of());

        HttpResponse<String> same = send(request("/page").header("If-None-Match", asking));
        HttpResponse<String> other = send(request("/page").header("If-None-Match", asking).header("Cookie", answered)
                .header("If-Modified-Since", "Mon, 23 Nov 2026 00:00:00 GMT"));

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("etag")).contains(asking);
        assertThat(same.headers().firstValue("vary")).contains("Accept-Encoding, Cookie, Sec-GPC");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(BEFORE + AFTER);
        assertThat(suite.articles.askedAt("/page").getLast().headers().contains("If-Modified-Since")).isFalse();
        String without = other.headers().firstValue("etag").orElseThrow();
        assertThat(send(request("/page").header("If-None-Match", without).header("Cookie", answered)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void asksTheServiceOnlyAboutItsOwnTag() throws Exception {
        String asking = get("/page").headers().firstValue("etag").orElseThrow();

        send(request("/page").header("If-None-Match", "\"foreign\", " + asking));

        assertThat(suite.articles.askedAt("/page").getLast().headers().get("If-None-Match")).isEqualTo("\"p1\"");
    }

    @Test
    void compressesAFilledPage() throws Exception {
        HttpRequest request = request("/page").header("Accept-Encoding", "gzip").build();
        HttpResponse<InputStream> page = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(page.headers().firstValue("content-encoding")).contains("gzip");
        try (var body = new GZIPInputStream(page.body())) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(BEFORE + FRAGMENT + AFTER);
        }
    }

    @Test
    void answersHeadWithoutALengthThatWouldBeWrong() throws Exception {
        HttpResponse<String> head = send(request("/page").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-length")).isEmpty();
        assertThat(head.headers().firstValue("etag")).isEqualTo(get("/page").headers().firstValue("etag"));
    }

    @Test
    void hearsOfANewNoticeAndKeepsIt() throws Exception {
        assertThat(get("/en/page").body()).isEqualTo(BEFORE + AFTER);

        say(notice(1, "en", "v1", "<form id=\"consent\">Accept</form>"));

        Awaitility.await().untilAsserted(
                () -> assertThat(get("/en/page").body()).contains("<form id=\"consent\">Accept</form>"));
        Awaitility.await().untilAsserted(
                () -> assertThat(Files.readString(suite.data.resolve("notices.json"))).contains("Accept</form>"));
    }

    private static NoticePublished notice(long number, String language, String version, String html) {
        return new NoticePublished(new Order(0, number), language, "opt_in", version, html, "ab".repeat(32), "sha256-x",
                Instant.parse("2026-11-01T00:00:00Z"), null);
    }

    private static void say(NoticePublished notice) {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(OutgoingEvent.of(notice, Instant.now()).toRecord(URI.create("/consent-service"))).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(String version, Set<Purpose> agreed) {
        ConsentCookieKeys keys = ConsentCookieKeys.parse(new KeyFolder(TestKeys.folder()).consentCookieKeys());
        return "a=b; cs=" + new ConsentCookie(version, agreed, Instant.now().plusSeconds(600)).sign(keys);
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
