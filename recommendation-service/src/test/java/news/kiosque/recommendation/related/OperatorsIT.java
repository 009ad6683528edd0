package news.kiosque.recommendation.related;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators and probes are told. */
class OperatorsIT {
    private static final String SERVICE = "recommendation-service";

    @TempDir
    static Path data;
    private static Newsroom newsroom;
    private static ConfigurableApplicationContext service;
    private static WebTestClient client;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom();
        service = newsroom.instance(data);
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port")).build();
        newsroom.publish("op-one", "Minsk sous sanctions", "L’Europe punit Loukachenko à Minsk.", Instant.EPOCH);
        newsroom.publish("op-two", "L’Europe et Minsk", "Loukachenko répond aux sanctions de l’Europe.", Instant.EPOCH);
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> newsroom.list("op-one") != null && newsroom.list("op-one").contains("op-two"));
    }

    @AfterAll
    static void close() throws InterruptedException {
        service.close();
        newsroom.close();
    }

    @Test
    void showsAListWithItsReasons() {
        client.get().uri("/internal/related/op-one?explain=true").headers(http -> http.setBearerAuth(token(SERVICE)))
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.items[0].articleId").isEqualTo("op-two")
                .jsonPath("$.items[0].reasons[0].share").isNumber().jsonPath("$.sent[0]").isEqualTo("op-two")
                .jsonPath("$.explanation.passedOver").isArray().jsonPath("$.explanation.terms[0].weight").isNumber()
                .jsonPath("$.explanation.items[0].features[0].gives").isNumber()
                .jsonPath("$.explanation.moreLikeThis").isArray();
    }

    @Test
    void showsHowFarTheIndexIs() {
        client.get().uri("/internal/index").headers(http -> http.setBearerAuth(token(SERVICE))).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.caughtUp").isEqualTo(true).jsonPath("$.articles.fr")
                .isNumber().jsonPath("$.algorithm").isNotEmpty();
    }

    @Test
    void tellsAdministratorsWhatTheIndexHasHeardOfEachArticle() {
        newsroom.publish("op-gone", "Un titre", "Un texte.", Instant.EPOCH);
        newsroom.withdraw("op-gone");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> client.get()
                .uri("/api/v1/related/digest")
                .headers(http -> http.setBearerAuth(TestKeys.serviceToken(SERVICE, "ada", "administrator")))
                .exchange().expectStatus().isOk().expectBody(String.class)
                .value(lines -> assertThat(lines.lines()).contains(
                        "{\"id\":\"op-one\",\"live\":true,\"order\":{\"epoch\":0,\"number\":1}}",
                        "{\"id\":\"op-gone\",\"live\":false,\"order\":{\"epoch\":0,\"number\":2}}")));
        client.get().uri("/api/v1/related/digest").headers(http -> http.setBearerAuth(token(SERVICE))).exchange()
                .expectStatus().isForbidden();
    }

    @Test
    void answersNobodyWithoutATokenForThisService() {
        client.get().uri("/internal/index").exchange().expectStatus().isUnauthorized();
        client.get().uri("/internal/index").headers(http -> http.setBearerAuth(token("article-service"))).exchange()
                .expectStatus().isUnauthorized();
    }

    @Test
    void showsEditorsAListBesideWhatMoreLikeThisWouldList() {
        bureau("/bureau/related?article=op-one", "editor").isOk().expectBody(String.class).value(
                page -> assertThat(page).contains("Minsk sous sanctions", "L’Europe et Minsk", "<meter",
                        "Passed over"));
        bureau("/bureau/related?q=sanctions+minsk", "editor").isOk().expectBody(String.class)
                .value(page -> assertThat(page).contains("article=op-one", "<mark>"));
        bureau("/bureau/related?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "editor").isOk()
                .expectBody(String.class).value(page -> assertThat(page).doesNotContain("<script"));
        bureau("/bureau/related?article=nobody%3Cb%3E", "editor").isNotFound().expectBody().returnResult();
        bureau("/bureau/related", "editor").isOk().expectBody().returnResult();
        bureau("/bureau/related", "reporter").isForbidden().expectBody().returnResult();
    }

    private static StatusAssertions bureau(String address, String role) {
        return client.get().uri(builder -> URI.create(builder.build() + address)).headers(
                http -> http.setBearerAuth(TestKeys.serviceToken(SERVICE, "ada", role))).exchange().expectStatus();
    }

    @Test
    void saysThatAnArticleIsUnknown() {
        client.get().uri("/internal/related/nobody").headers(http -> http.setBearerAuth(token(SERVICE))).exchange()
                .expectStatus().isNotFound().expectHeader().contentType("application/problem+json");
    }

    @Test
    void isReadyAndMeasured() {
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        client.get().uri("/actuator/metrics/kiosque.index.articles").exchange().expectStatus().isOk();
        client.get().uri("/actuator/metrics/kiosque.related.lists").exchange().expectStatus().isOk();
        client.get().uri("/actuator/metrics/kiosque.related.waiting?tag=lane:marks").exchange().expectStatus().isOk();
    }

    private static String token(String audience) {
        return TestKeys.serviceToken(audience, "ada", "reporter");
    }
}
