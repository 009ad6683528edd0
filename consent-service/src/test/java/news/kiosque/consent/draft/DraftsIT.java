package news.kiosque.consent.draft;

import java.util.function.Supplier;

import news.kiosque.consent.RunningConsentService;
import news.kiosque.consent.notice.NoticeJson;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Topics;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A notice's way, in order: what one publishes, the next begins with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class DraftsIT extends RunningConsentService {
    private static final String PATH = "/api/v1/consent/notices";
    private static final String DRAFT = PATH + "/draft";

    private Wording inForce;

    @BeforeEach
    void readWhatIsInForce() {
        inForce = NoticeJson.read(send(HttpMethod.GET, DRAFT, "administrator", null, "").expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody(), Wording.class);
    }

    @Test
    @Order(1)
    void anEditorialChangeIsSeenAndAsksNobodyAgain() {
        String tag = save(ChangesTest.withText("fr", "readMore", "Lire la suite"));

        get(DRAFT + "/diff").jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].where")
                .isEqualTo("text readMore (fr)").jsonPath("$[0].material").isEqualTo(false);
        assertThat(text(DRAFT + "/preview?language=fr")).contains("Lire la suite").contains("id=\"consent\"");
        publish(tag, "{\"material\": false}").expectStatus().isCreated().expectHeader()
                .valueEquals("Location", PATH + "/1");

        assertThat(text("/choix/v1/notice")).contains("Lire la suite").contains("\"version\":\"1\"");
        postJson("/choix/v1/decisions", "", decision("refuse")).expectStatus().isCreated();
        read(Topics.NOTICE, all -> all.stream().map(record -> (NoticePublished) record.value())
                .anyMatch(event -> event.html().contains("Lire la suite")));
    }

    @Test
    @Order(2)
    void aMaterialChangeIsNeverSlippedInAndAsksEverybodyAgain() {
        String tag = save(ChangesTest.with(1, terms -> ChangesTest.terms(terms, java.util.List.of(
                new news.kiosque.consent.notice.Notice.Vendor("Acme", "https://acme.example/privacy")),
                terms.cookies())));

        publish(tag, "{\"material\": false}").expectStatus().isEqualTo(422).expectBody().jsonPath("$.errors[0].pointer")
                .isEqualTo("/material");
        publish(tag, "{}").expectStatus().isEqualTo(422);
        publish(tag, "{\"material\": true}").expectStatus().isCreated().expectBody().jsonPath("$.notice.version")
                .isEqualTo("2");

        postJson("/choix/v1/decisions", "", decision("refuse")).expectStatus().isEqualTo(409);
        postJson("/choix/v1/decisions", "", "{\"notice\": \"2\", \"choice\": \"refuse\"}").expectStatus().isCreated();
        get(PATH).jsonPath("$.version").isEqualTo("2").jsonPath("$.edition").isEqualTo(2).jsonPath("$.draft")
                .isEmpty().jsonPath("$.published[1].material").isEqualTo(false);
    }

    @Test
    @Order(3)
    void whatIsPublishedStaysAsItIs() {
        get(PATH + "/1").jsonPath("$.notice.version").isEqualTo("1");
        for (HttpMethod method : new HttpMethod[]{HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE}) {
            send(method, PATH + "/1", "administrator", null, "{}").expectStatus().isEqualTo(405);
        }
        assertThat(text("/choix/v1/notices/1")).contains("Lire la suite");
    }

    @Test
    @Order(4)
    void onlyWhatWasSeenIsPublished() {
        String first = save(ChangesTest.withText("fr", "readMore", "Une fois"));
        String second = save(ChangesTest.withText("fr", "readMore", "Deux fois"));

        assertThat(second).isNotEqualTo(first);
        publish(first, "{\"material\": true}").expectStatus().isEqualTo(412);
        send(HttpMethod.PUT, DRAFT, "administrator", first, NoticeJson.write(inForce)).expectStatus().isEqualTo(412);
        publish("", "{\"material\": true}").expectStatus().isEqualTo(412);
        send(HttpMethod.DELETE, DRAFT, "administrator", second, "").expectStatus().isNoContent();
        publish(second, "{\"material\": true}").expectStatus().isEqualTo(412);
        get(PATH).jsonPath("$.edition").isEqualTo(2);
    }

    @Test
    @Order(5)
    void whatCannotBeAskedIsNotKept() {
        send(HttpMethod.PUT, DRAFT, "administrator", null,
                NoticeJson.write(ChangesTest.withText("fr", "accept", ""))).expectStatus().isEqualTo(422)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/words/fr/accept");
        for (String body : new String[]{"{", "[]", "{\"purposes\": [], \"colour\": 1}", "{\"purposes\": 3}"}) {
            send(HttpMethod.PUT, DRAFT, "administrator", null, body).expectStatus().isBadRequest();
        }
        send(HttpMethod.PUT, DRAFT, "administrator", null, "\"" + "x".repeat(300_000) + "\"").expectStatus()
                .isEqualTo(413);
        publish(save(inForce), "{\"material\": true}").expectStatus().isEqualTo(409);
    }

    @Test
    @Order(6)
    void onlyAnAdministratorIsAtTheDesk() {
        for (Supplier<ResponseSpec> ask : java.util.List.<Supplier<ResponseSpec>>of(
                () -> send(HttpMethod.GET, PATH, "editor", null, ""),
                () -> send(HttpMethod.GET, DRAFT, "editor", null, ""),
                () -> send(HttpMethod.PUT, DRAFT, "editor", null, NoticeJson.write(inForce)),
                () -> send(HttpMethod.GET, DRAFT + "/diff", "editor", null, ""),
                () -> send(HttpMethod.DELETE, DRAFT, "editor", "\"1\"", ""),
                () -> send(HttpMethod.POST, DRAFT + "/publish", "editor", "\"1\"", "{\"material\": true}"))) {
            ask.get().expectStatus().isForbidden();
        }
    }

    private String save(Wording wording) {
        return send(HttpMethod.PUT, DRAFT, "administrator", null, NoticeJson.write(wording)).expectStatus().isOk()
                .expectBody().returnResult().getResponseHeaders().getETag();
    }

    private ResponseSpec publish(String tag, String body) {
        return send(HttpMethod.POST, DRAFT + "/publish", "administrator", tag, body);
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec get(String path) {
        return send(HttpMethod.GET, path, "administrator", null, "").expectStatus().isOk().expectBody();
    }

    private String text(String path) {
        return send(HttpMethod.GET, path, "administrator", null, "").expectStatus().isOk().expectBody(String.class)
                .returnResult().getResponseBody();
    }

    private ResponseSpec send(HttpMethod method, String path, String role, String match, String body) {
        var request = http.method(method).uri(path)
                .header("Authorization", "Bearer " + TestKeys.serviceToken("consent-service", "ada", role));
        if (match != null) {
            request.header("If-Match", match);
        }
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
