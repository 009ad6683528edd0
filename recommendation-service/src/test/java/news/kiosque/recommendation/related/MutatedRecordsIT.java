package news.kiosque.recommendation.related;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import news.kiosque.events.Topics;
import news.kiosque.testkit.TestKeys;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that are broken in every way we can think of; {@code -Dkiosque.mutations} says how many. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutatedRecordsIT {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final int MUTATIONS = Integer.getInteger("kiosque.mutations", 60);

    @TempDir
    static Path data;
    private static Newsroom newsroom;
    private static ConfigurableApplicationContext service;
    private static WebTestClient http;
    private static final Set<String> SENT = new TreeSet<>();

    @BeforeAll
    static void open() {
        newsroom = new Newsroom();
        service = newsroom.instance(data);
        http = WebTestClient.bindToServer().responseTimeout(BOUND)
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .filter((request, next) -> next.exchange(ClientRequest.from(request).headers(headers -> headers
                        .setBearerAuth(TestKeys.serviceToken("recommendation-service", "ada", "administrator")))
                        .build()))
                .build();
    }

    @AfterAll
    static void close() throws InterruptedException {
        service.close();
        newsroom.close();
    }

    @Test
    @Order(1)
    void areEachADeadLetterOnceWithAReasonAndHoldUpNobody() {
        Mutations mutations = new Mutations(7);
        for (int i = 0; i < MUTATIONS; i++) {
            SENT.add(newsroom.send(mutations.next(i)));
        }
        newsroom.publish("mut-one", "Minsk sous sanctions", "L’Europe punit Loukachenko à Minsk.", Instant.now());
        newsroom.publish("mut-two", "L’Europe et Minsk", "Loukachenko répond aux sanctions de l’Europe.",
                Instant.now());
        Awaitility.await().atMost(BOUND).untilAsserted(() -> {
            assertThat(newsroom.list("mut-one")).contains("mut-two");
            assertThat(newsroom.list("mut-two")).contains("mut-one");
        });
        Awaitility.await().atMost(BOUND).untilAsserted(() -> assertThat(letters().keySet()).containsAll(SENT));
        Map<String, Integer> letters = letters();
        assertThat(SENT).allSatisfy(record -> assertThat(letters.get(record)).as(record).isEqualTo(1));
    }

    @Test
    @Order(2)
    void areTriedAgainWhenAnAdministratorSaysSo() {
        newsroom.noteDeadLetter(newsroom.publish("mut-three", "Loukachenko à Minsk", "L’Europe et les sanctions.",
                Instant.now()));
        Awaitility.await().atMost(BOUND).untilAsserted(() -> assertThat(newsroom.list("mut-three")).isNotEmpty());
        http.post().uri("/api/v1/related/dead-letters/kiosque.article/replay").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.replayed").isEqualTo(1).jsonPath("$.stillFailing[0].reason").isNotEmpty();
        http.get().uri("/api/v1/related/dead-letters/kiosque.article").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$[0].reason").isNotEmpty();
        http.post().uri("/api/v1/related/dead-letters/kiosque.page/replay").exchange().expectStatus().isNotFound();
    }

    @Test
    @Order(3)
    void leaveNoPartitionWaitingForWhatIsNotThere() {
        newsroom.sendMark("mut-one", "3:999999999:0");
        newsroom.sendMark("mut-one", "77:0:0");
        newsroom.sendMark("mut-one", "nonsense");
        Awaitility.await().atMost(BOUND).untilAsserted(() -> http.get().uri("/api/v1/related/status").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.left.marks").isEqualTo(0));
    }

    @Test
    @Order(4)
    void computesEveryListAnewAndSendsThoseThatHaveChangedOnly() {
        int before = newsroom.all("mut-one").size();
        http.post().uri("/api/v1/related/recompute").exchange().expectStatus().isAccepted().expectBody()
                .jsonPath("$.lists").isNumber();
        Awaitility.await().atMost(BOUND).untilAsserted(() -> http.get().uri("/api/v1/related/status").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.left.backfill").isEqualTo(0));
        assertThat(newsroom.all("mut-one")).hasSize(before);
    }

    /** How many letters there are by the place of the record that they name. */
    private static Map<String, Integer> letters() {
        Map<String, Integer> found = new HashMap<>();
        for (ConsumerRecord<String, byte[]> letter : Newsroom.read(Topics.deadLettersOf(Topics.ARTICLE))) {
            var json = new JsonMapper().readTree(letter.value());
            assertThat(json.path("reason").stringValue()).isNotBlank().hasSizeLessThanOrEqualTo(1_000);
            found.merge(json.path("partition").asInt() + "@" + json.path("offset").asLong(), 1, Integer::sum);
        }
        return found;
    }
}
