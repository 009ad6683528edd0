package news.kiosque.recommendation.related;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances, one of them killed with -9 in the middle of an import. {@code -Dkiosque.imported} says of how many
 * articles, {@code -Dkiosque.withdrawals} how many are withdrawn before the kill, one after the other and timed, and how
 * many across it.
 */
class KilledInstanceIT {
    private static final Duration BOUND = Duration.ofMinutes(Integer.getInteger("kiosque.minutes", 2));
    private static final int IMPORTED = Integer.getInteger("kiosque.imported", 80);
    private static final int WITHDRAWN = Integer.getInteger("kiosque.withdrawals", 4);
    private static final int ARTICLES_A_STORY = 12;
    private static final List<String> PLACES = List.of("Minsk", "Kiev", "Brest", "Gomel", "Varsovie", "Riga", "Vilnius",
            "Berlin", "Prague", "Tallinn");
    private static final String[] WORDS = ("sanctions frontière soldats élection marché gazoduc tribunal grève hôpital "
            + "université récolte sommet traité budget réforme enquête procès match festival musée").split(" ");

    @TempDir
    Path one;
    @TempDir
    Path two;
    private final Random random = new Random(11);
    private Newsroom newsroom;
    private ConfigurableApplicationContext first;
    private Process second;
    private WebTestClient http;

    @BeforeEach
    void open() throws IOException {
        newsroom = new Newsroom();
        first = newsroom.instance(one);
        second = newsroom.process(two);
        http = WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(60))
                .baseUrl("http://localhost:" + first.getEnvironment().getProperty("local.server.port"))
                .filter((request, next) -> next.exchange(ClientRequest.from(request).headers(headers -> headers
                        .setBearerAuth(TestKeys.serviceToken("recommendation-service", "ada", "administrator")))
                        .build()))
                .build();
        Awaitility.await().atMost(BOUND).until(() -> first.getBean(Computing.class).owned().size() == 6);
    }

    @AfterEach
    void close() throws InterruptedException {
        second.destroyForcibly().waitFor();
        first.close();
        newsroom.close();
    }

    @Test
    void losesNoListAndListsNobodyWhoIsGone() throws InterruptedException {
        Set<String> live = new HashSet<>();
        for (int i = 0; i < IMPORTED; i++) {
            live.add(publish(i));
        }
        Awaitility.await().atMost(BOUND).until(() -> known(live) >= IMPORTED / 4);
        List<Long> millis = new ArrayList<>();
        List<String> order = new ArrayList<>(live);
        Collections.sort(order);
        Collections.shuffle(order, random);
        for (String gone : order.subList(0, WITHDRAWN)) {
            live.remove(gone);
            millis.add(untilInNoList(gone));
        }
        second.destroyForcibly().waitFor();
        for (String gone : order.subList(WITHDRAWN, 2 * WITHDRAWN)) {
            live.remove(gone);
            newsroom.withdraw(gone);
        }
        awaitNothingLeft();
        Awaitility.await().atMost(BOUND).untilAsserted(() -> assertThat(known(live)).isEqualTo(live.size()));
        assertListsHoldOnly(live);
        Map<String, List<String>> before = lists(live);
        http.post().uri("/api/v1/related/recompute").exchange().expectStatus().isAccepted();
        awaitNothingLeft();
        Map<String, List<String>> after = lists(live);
        double overlap = overlap(before, after);
        Collections.sort(millis);
        System.out.printf("%d imported; top-5 overlap with lists computed anew %.4f; gone from every list after p50 %d "
                + "ms, p99 %d ms of %d%n", IMPORTED, overlap, millis.get(millis.size() / 2),
                millis.get((int) Math.ceil(millis.size() * .99) - 1), millis.size());
        assertThat(overlap).isGreaterThanOrEqualTo(.95);
        assertListsHoldOnly(live);
        for (String article : live.stream().sorted().limit(20).toList()) {
            http.get().uri("/internal/related/" + article).exchange().expectStatus().isOk().expectBody()
                    .jsonPath("$.items[*].articleId").isEqualTo(newsroom.list(article));
        }
    }

    private String publish(int i) {
        String id = "kill-" + i;
        int story = random.nextInt(IMPORTED / ARTICLES_A_STORY + 1);
        String place = PLACES.get(story % PLACES.size());
        StringBuilder text = new StringBuilder(place);
        for (int word = 0; word < 15; word++) {
            text.append(" épisode").append(story).append('x').append(random.nextInt(20));
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        // Half of them come from an archive.
        Instant published = Instant.now().minus(Duration.ofDays(i % 2 == 0 ? 0 : 30 + i % 300));
        newsroom.publish(id, place + ", " + WORDS[i % WORDS.length] + " " + i, text + " mot" + i, published);
        return id;
    }

    private long untilInNoList(String gone) {
        long began = System.nanoTime();
        newsroom.withdraw(gone);
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(BOUND)
                .until(() -> !newsroom.isListed(gone));
        return (System.nanoTime() - began) / 1_000_000;
    }

    private long known(Set<String> articles) {
        return articles.stream().filter(id -> newsroom.list(id) != null).count();
    }

    private void awaitNothingLeft() {
        Awaitility.await().pollInterval(Duration.ofMillis(500)).atMost(BOUND)
                .untilAsserted(() -> http.get().uri("/api/v1/related/status").exchange().expectStatus().isOk()
                        .expectBody().jsonPath("$.left.publications").isEqualTo(0).jsonPath("$.left.marks").isEqualTo(0)
                        .jsonPath("$.left.backfill").isEqualTo(0));
    }

    private void assertListsHoldOnly(Set<String> live) {
        live.forEach(id -> assertThat(live).as("what the list of " + id + " may hold").containsAll(newsroom.list(id)));
    }

    private Map<String, List<String>> lists(Set<String> articles) {
        Map<String, List<String>> found = new HashMap<>();
        articles.forEach(id -> found.put(id, newsroom.list(id)));
        return found;
    }

    private static double overlap(Map<String, List<String>> some, Map<String, List<String>> others) {
        return some.entrySet().stream().filter(entry -> !others.get(entry.getKey()).isEmpty()).mapToDouble(entry -> {
            List<String> other = others.get(entry.getKey());
            List<String> top = other.subList(0, Math.min(5, other.size()));
            return (double) entry.getValue().stream().limit(5).filter(top::contains).count() / top.size();
        }).average().orElse(1);
    }
}
