package news.kiosque.articles.store;

import java.time.Duration;
import java.time.Instant;

import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Neither store nor broker: nobody is kept waiting, and the service says what is wrong. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.mongodb.uri=mongodb://localhost:1", "spring.kafka.bootstrap-servers=localhost:1"})
class StoreDownIT {

    @LocalServerPort
    private int port;
    private WebTestClient http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("kiosque.keys", () -> TestKeys.folder().toString());
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20))
                .defaultHeaders(headers -> headers
                        .setBearerAuth(TestKeys.serviceToken("article-service", "alice", "editor")))
                .build();
    }

    @Test
    void saysWithinFiveSecondsWhenToTryAgain() {
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk().expectBody();
        Instant before = Instant.now();
        http.get().uri("/api/v1/articles").exchange().expectStatus().isEqualTo(503).expectHeader()
                .exists("Retry-After").expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                .jsonPath("$.status").isEqualTo(503);

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isAliveButNotReady() {
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk().expectBody();
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503).expectBody();
    }
}
