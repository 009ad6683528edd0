package news.kiosque.consent.choice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import news.kiosque.consent.RunningConsentService;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.ConsentWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import news.kiosque.platform.consent.ConsentCookieKeys;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.testkit.TestKeys;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionsIT extends RunningConsentService {
    private static final String DECISIONS = "/choix/v1/decisions";

    @Test
    void refusesByFormAndComesBackToThePage() {
        EntityExchangeResult<byte[]> answer = form(DECISIONS, "notice=1&choice=refuse&language=fr&mode=opt_in")
                .header("Sec-Fetch-Site", "same-origin").header("Referer", SITE + "/monde/un-article?p=2").exchange()
                .expectStatus().isSeeOther().expectHeader().valueEquals("Location", "/monde/un-article?p=2")
                .expectHeader().valueEquals("Cache-Control", "no-store").expectBody().returnResult();

        ResponseCookie choice = cookie(answer, "cs");
        assertThat(verified(choice.getValue()).purposes()).isEmpty();
        assertThat(choice.getMaxAge()).isBetween(Duration.ofDays(182).minusMinutes(1), Duration.ofDays(182));
        assertThat(choice.isSecure()).isTrue();
        assertThat(choice.isHttpOnly()).isFalse();
        assertThat(choice.getPath()).isEqualTo("/");
        assertThat(choice.getSameSite()).isEqualTo("Lax");
        ResponseCookie reader = cookie(answer, "csid");
        assertThat(reader.getValue()).matches("[A-Za-z0-9_-]{22}");
        assertThat(reader.isHttpOnly()).isTrue();
        assertThat(reader.getPath()).isEqualTo("/choix");
        assertThat(cookie(answer, "ka").getMaxAge()).isZero();
    }

    @Test
    void acceptsTheLongestWayRoundToEveryPurpose() {
        var answer = form(DECISIONS, "notice=1&choice=accept&return=/en/world/x").exchange().expectStatus()
                .isSeeOther().expectHeader().valueEquals("Location", "/en/world/x").expectBody().returnResult();

        assertThat(verified(cookie(answer, "cs").getValue()).purposes()).containsExactlyInAnyOrder(Purpose.values());
        assertThat(answer.getResponseCookies()).doesNotContainKey("ka");
    }

    @Test
    void tellsKafkaWhatAReaderChoseInTurn() {
        String reader = readerWho("accept");
        postJson(DECISIONS, reader, decision("custom", "[\"audience\"]")).expectStatus().isCreated();
        postJson("/choix/v1/withdrawals", reader, "{}").expectStatus().isCreated();
        postJson(DECISIONS, reader, decision("refuse")).expectStatus().isCreated();

        String subject = subjectOf(reader);
        List<ConsentEvent> mine = eventsOf(subject,
                read(Topics.CONSENT, all -> eventsOf(subject, all).size() >= 4));
        assertThat(mine).extracting(ConsentEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(mine.get(0)).isInstanceOf(ConsentGiven.class);
        assertThat(((ConsentGiven) mine.get(1)).purposes()).containsExactly("audience");
        assertThat(mine.get(2)).isInstanceOf(ConsentWithdrawn.class);
        assertThat(mine.get(3)).isInstanceOf(ConsentRefused.class);
    }

    @Test
    void answersARepeatedRequestWithTheChoiceOnRecord() {
        String key = UUID.randomUUID().toString();
        var first = keyed(key, decision("accept")).exchange().expectStatus().isCreated().expectBody().returnResult();
        var again = keyed(key, decision("accept")).exchange().expectStatus().isOk().expectBody().returnResult();

        assertThat(cookie(again, "csid").getValue()).isEqualTo(cookie(first, "csid").getValue());
        assertThat(again.getResponseHeaders().getLocation()).isEqualTo(first.getResponseHeaders().getLocation());
        keyed(key, decision("refuse")).exchange().expectStatus().isEqualTo(422).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectCookie().doesNotExist("cs");
        keyed("guess", decision("accept")).exchange().expectStatus().isBadRequest();
    }

    @Test
    void aRepeatedRequestDoesNotBringBackWhatWasWithdrawnSince() {
        String reader = readerWho("refuse");
        String key = UUID.randomUUID().toString();
        keyed(key, decision("accept")).header(HttpHeaders.COOKIE, "csid=" + reader).exchange().expectStatus()
                .isCreated();
        postJson("/choix/v1/withdrawals", reader, "{}").expectStatus().isCreated();

        var again = keyed(key, decision("accept")).header(HttpHeaders.COOKIE, "csid=" + reader).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.choice").isEqualTo("given").returnResult();

        assertThat(verified(cookie(again, "cs").getValue()).purposes()).isEmpty();
        current(reader).jsonPath("$.choice").isEqualTo("withdrawn");
    }

    @Test
    void takesOverNoCookieThatItHasNotGivenOut() {
        String planted = "AAAAAAAAAAAAAAAAAAAAAA";
        String key = UUID.randomUUID().toString();
        var first = keyed(key, decision("accept")).header(HttpHeaders.COOKIE, "csid=" + planted).exchange()
                .expectStatus().isCreated().expectBody().returnResult();
        var again = keyed(key, decision("accept")).header(HttpHeaders.COOKIE, "csid=" + planted).exchange()
                .expectStatus().isOk().expectBody().returnResult();

        assertThat(cookie(first, "csid").getValue()).isNotEqualTo(planted)
                .isEqualTo(cookie(again, "csid").getValue());
        current(planted).jsonPath("$.choice").isEqualTo("none");
        http.get().uri("/choix/v1/me/export").header(HttpHeaders.COOKIE, "csid=" + planted).exchange().expectStatus()
                .isNotFound();
    }

    @Test
    void answersAScriptThatAcceptsAnythingAtAll() {
        http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.ACCEPT, "text/html")
                .bodyValue(decision("refuse")).exchange().expectStatus().isCreated().expectHeader()
                .contentType(MediaType.APPLICATION_JSON).expectBody().jsonPath("$.choice").isEqualTo("refused");
    }

    @Test
    void storesNothingForAScriptThatCannotBeAnswered() {
        http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.ACCEPT, ";;;")
                .bodyValue(decision("accept")).exchange().expectStatus().isEqualTo(406).expectCookie()
                .doesNotExist("cs").expectHeader().doesNotExist(HttpHeaders.LOCATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice=1&choice=%zz", "%", "notice=1&choice=refuse&return=%"})
    void saysOnAPageThatAFormIsNotEncodedAsFormsAre(String body) {
        form(DECISIONS, body).exchange().expectStatus().isBadRequest().expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML).expectCookie().doesNotExist("cs");
    }

    @Test
    void asksAReaderToWaitWhoChoosesTooOften() {
        String reader = readerWho("accept");
        ResponseSpec answer = postJson(DECISIONS, reader, decision("refuse"));
        for (int choice = 0; choice < 100
                && answer.returnResult().getStatus().is2xxSuccessful(); choice++) {
            answer = postJson(DECISIONS, reader, decision("refuse"));
        }

        answer.expectStatus().isEqualTo(429).expectHeader().valueMatches("Retry-After", "[1-4]").expectCookie()
                .doesNotExist("cs");
        form(DECISIONS, "notice=1&choice=refuse").header(HttpHeaders.COOKIE, "csid=" + reader).exchange()
                .expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
        readerWho("accept");
    }

    @Test
    void keepsWhatTheReaderChoseAndTellsIt() {
        String reader = readerWho("accept");
        postJson(DECISIONS, reader, decision("custom", "[\"embeds\"]")).expectStatus().isCreated();

        current(reader).jsonPath("$.choice").isEqualTo("given").jsonPath("$.purposes").isEqualTo(List.of("embeds"));
        current("AAAAAAAAAAAAAAAAAAAAAA").jsonPath("$.choice").isEqualTo("none");
    }

    @Test
    void withdrawsAndTakesTheCookiesAway() {
        String reader = readerWho("accept");
        var answer = form("/choix/v1/withdrawals", "return=/choix").header("Cookie", "csid=" + reader).exchange()
                .expectStatus().isSeeOther().expectBody().returnResult();

        assertThat(verified(cookie(answer, "cs").getValue()).purposes()).isEmpty();
        assertThat(List.of("ka", "kp", "kad"))
                .allSatisfy(name -> assertThat(cookie(answer, name).getMaxAge()).isZero());
        current(reader).jsonPath("$.choice").isEqualTo("withdrawn");
    }

    @Test
    void obeysGlobalPrivacyControlUnlessTheReaderChoosesOtherwise() {
        var accepted = http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header("Sec-GPC", "1")
                .bodyValue(decision("accept")).exchange().expectStatus().isCreated().expectBody().returnResult();
        var chosen = http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header("Sec-GPC", "1")
                .bodyValue(decision("custom", "[\"advertising\"]")).exchange().expectStatus().isCreated()
                .expectBody().returnResult();

        assertThat(verified(cookie(accepted, "cs").getValue()).purposes()).containsExactlyInAnyOrder(Purpose.audience,
                Purpose.embeds);
        assertThat(verified(cookie(chosen, "cs").getValue()).purposes()).containsExactly(Purpose.advertising);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"409 | {\"notice\": \"0\", \"choice\": \"accept\"}",
            "422 | {\"choice\": \"accept\"}", "422 | {\"notice\": \"1\"}",
            "422 | {\"notice\": \"1\", \"choice\": \"yes\"}",
            "422 | {\"notice\": \"1\", \"choice\": \"custom\", \"purposes\": [\"necessary\"]}",
            "422 | {\"notice\": \"1\", \"choice\": \"custom\", \"purposes\": [null]}",
            "422 | {\"notice\": \"1\", \"choice\": \"accept\", \"language\": \"de\"}",
            "422 | {\"notice\": \"1\", \"choice\": \"accept\", \"mode\": \"x\"}",
            "409 | {\"notice\": \"1\", \"choice\": \"accept\", \"text\": \"0000\"}",
            "400 | {\"notice\": \"1\", \"purposes\": {}}", "400 | {", "400 | [1]"})
    void refusesWhatItDoesNotUnderstand(int status, String body) {
        postJson(DECISIONS, "", body).expectStatus().isEqualTo(status).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectCookie().doesNotExist("cs").expectCookie()
                .doesNotExist("csid");
    }

    @Test
    void refusesOtherTypesAndLargeBodies() {
        http.post().uri(DECISIONS).contentType(MediaType.TEXT_PLAIN).bodyValue("choice=accept").exchange()
                .expectStatus().isEqualTo(415);
        http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"notice\": \"" + "1".repeat(40_000) + "\"}").exchange().expectStatus().isEqualTo(413);
        http.get().uri(DECISIONS).exchange().expectStatus().isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site, 403", "Sec-Fetch-Site, same-site, 403",
            "Sec-Fetch-Site, same-origin, 201", "Origin, https://evil.example, 403", "Origin, null, 403",
            "Origin, https://kiosque.example, 201"})
    void takesChoicesOnlyFromItsOwnPages(String header, String value, int status) {
        http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header(header, value)
                .bodyValue(decision("accept")).exchange().expectStatus().isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/", "/\\evil.example", "https://evil.example/", "evil", "/%zz",
            "'/a\r\nSet-Cookie: x=1'"})
    void neverSendsAReaderElsewhere(String wanted) {
        http.post().uri(DECISIONS).header("Referer", "https://evil.example/page")
                .body(BodyInserters.fromFormData("notice", "1").with("choice", "refuse").with("return", wanted))
                .exchange().expectStatus().isSeeOther().expectHeader().valueEquals("Location", "/");
    }

    @Test
    void saysOnAPageWhyAFormWasNotTaken() {
        String page = form(DECISIONS, "notice=0&choice=accept&language=en").exchange().expectStatus().isEqualTo(409)
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML).expectCookie().doesNotExist("cs")
                .expectBody(String.class).returnResult().getResponseBody();

        assertThat(page).contains("Your choice is not saved").contains("/choix?lang=en");
        form(DECISIONS, "notice=1&choice=accept").header("Sec-Fetch-Site", "cross-site").exchange().expectStatus()
                .isForbidden().expectCookie().doesNotExist("cs");
    }

    private RequestHeadersSpec<?> form(String path, String body) {
        return http.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(body);
    }

    private RequestHeadersSpec<?> keyed(String key, String body) {
        return http.post().uri(DECISIONS).contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", key)
                .bodyValue(body);
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec current(String reader) {
        return http.get().uri("/choix/v1/decisions/current").header(HttpHeaders.COOKIE, "csid=" + reader).exchange()
                .expectStatus().isOk().expectBody();
    }

    private String subjectOf(String reader) {
        var subject = new AtomicReference<String>();
        http.get().uri("/choix/v1/me/export").header(HttpHeaders.COOKIE, "csid=" + reader).exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.decisions[0].subject").value(String.class, subject::set);
        return subject.get();
    }

    private static List<ConsentEvent> eventsOf(String subject, List<ConsumerRecord<String, Event>> records) {
        return records.stream().map(record -> (ConsentEvent) record.value())
                .filter(event -> event.subject().equals(subject)).toList();
    }

    private static ResponseCookie cookie(ExchangeResult answer, String name) {
        MultiValueMap<String, ResponseCookie> cookies = answer.getResponseCookies();
        assertThat(cookies).containsKey(name);
        return cookies.getFirst(name);
    }

    private static ConsentCookie verified(String value) {
        var keys = ConsentCookieKeys.parse(new KeyFolder(TestKeys.folder()).consentCookieKeys());
        return ConsentCookie.verify(value, keys, Instant.now()).orElseThrow();
    }
}
