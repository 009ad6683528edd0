package news.kiosque.consent.choice;

import java.time.Duration;

import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Neither store nor broker: nothing is promised, nothing breaks. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.mongodb.uri=mongodb://localhost:1", "spring.kafka.bootstrap-servers=localhost:1",
        "kiosque.store.timeout=300ms"})
class StoreDownIT {

    @LocalServerPort
    private int port;
    private WebTestClient http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("kiosque.keys", () -> LedgerTestKeys.completed(TestKeys.folder()).toString());
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void givesNoCookieForAChoiceThatIsNotStored() {
        http.post().uri("/choix/v1/decisions").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"notice\": \"1\", \"choice\": \"accept\"}").exchange().expectStatus().isEqualTo(503)
                .expectHeader().exists("Retry-After").expectHeader().doesNotExist("Set-Cookie");
        http.post().uri("/choix/v1/decisions").contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("notice=1&choice=accept").exchange().expectStatus().isEqualTo(503).expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML).expectHeader().doesNotExist("Set-Cookie");
    }

    @Test
    void stillShowsThePage() {
        http.get().uri("/choix").exchange().expectStatus().isOk();
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
    }
}
