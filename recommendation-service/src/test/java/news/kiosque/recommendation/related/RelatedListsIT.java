package news.kiosque.recommendation.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists from publication to withdrawal, with a real broker. */
class RelatedListsIT {
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static int test;

    @TempDir
    static Path data;
    private static Newsroom newsroom;
    private static ConfigurableApplicationContext service;
    private String t;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom();
        service = newsroom.instance(data);
    }

    @AfterAll
    static void close() throws InterruptedException {
        service.close();
        newsroom.close();
    }

    /** Each test has an edition of its own, so that none finds what another one published. */
    @BeforeEach
    void beginAnEdition() {
        t = "t" + ++test + "-";
    }

    @Test
    void listsOlderArticlesUnderANewOneAndTheNewOneUnderThem() {
        publishAboutMinsk();
        Awaitility.await().atMost(BOUND)
                .untilAsserted(() -> assertThat(newsroom.list(t + "new")).contains(t + "old", t + "older"));
        Awaitility.await().atMost(BOUND).untilAsserted(() -> {
            assertThat(newsroom.list(t + "old")).contains(t + "new");
            assertThat(newsroom.list(t + "older")).contains(t + "new");
        });
        RelatedComputed list = newsroom.computed(t + "new");
        assertThat(list.items()).allSatisfy(item -> {
            assertThat(item.articleId()).isNotEqualTo(t + "new");
            assertThat(item.score()).isPositive();
            assertThat(item.reasons()).isNotEmpty();
            assertThat(item.reasons().stream().mapToDouble(RelatedComputed.Reason::share).sum()).isBetween(.999, 1.001);
        });
        assertThat(newsroom.list(t + "new")).doesNotContain(t + "cheese");
    }

    @Test
    void takesAWithdrawnArticleOutOfEveryList() {
        publishAboutMinsk();
        Awaitility.await().atMost(BOUND).until(() -> lists(t + "old", t + "new") && lists(t + "older", t + "new"));
        newsroom.withdraw(t + "new");
        Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(BOUND)
                .until(() -> !lists(t + "old", t + "new") && !lists(t + "older", t + "new"));
        Awaitility.await().atMost(BOUND).untilAsserted(() -> assertThat(newsroom.list(t + "new")).isEmpty());
    }

    @Test
    void goesOnAfterARestartWithRisingOrders() {
        publishAboutMinsk();
        Awaitility.await().atMost(BOUND).until(() -> lists(t + "old", t + "new"));
        service.close();
        newsroom.publish(t + "newest", "Minsk : le contrat des soldats de Loukachenko",
                "Les soldats bélarusses du régiment Kalinowski parlent de leur contrat à Kiev.",
                MONDAY.plusSeconds(90));
        service = newsroom.instance(data);
        Awaitility.await().atMost(BOUND).until(() -> lists(t + "old", t + "newest"));
        assertOrdersRise(t + "old");
    }

    @Test
    void buildsAnIndexThatWasDeletedAnew() throws IOException {
        publishAboutMinsk();
        Awaitility.await().atMost(BOUND).until(() -> lists(t + "old", t + "new"));
        service.close();
        delete(data);
        service = newsroom.instance(data);
        newsroom.publish(t + "newest", "Minsk : le contrat des soldats de Loukachenko",
                "Les soldats bélarusses du régiment Kalinowski parlent de leur contrat à Kiev.",
                MONDAY.plusSeconds(90));
        Awaitility.await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(newsroom.list(t + "newest")).contains(t + "old", t + "older", t + "new"));
        Awaitility.await().atMost(BOUND).until(() -> lists(t + "old", t + "newest"));
        assertOrdersRise(t + "old");
    }

    @Test
    void notesAPoisonRecordOnceAndWorksOffTheNext() {
        String poison = t + "poison";
        newsroom.sendNonsense(poison);
        publishAboutMinsk();
        newsroom.publish(poison, "Le régiment Kalinowski à Kiev", "Les soldats bélarusses et l’Ukraine.", MONDAY);
        Awaitility.await().atMost(BOUND).until(() -> newsroom.list(poison) != null);
        assertThat(Newsroom.read(Topics.deadLettersOf(Topics.ARTICLE)).stream()
                .filter(letter -> poison.equals(letter.key())).map(letter -> new String(letter.value())))
                .singleElement()
                .asString().contains("reason", "kiosque.article");
    }

    private void publishAboutMinsk() {
        newsroom.publish(t + "older", "Des soldats bélarusses au côté de l’Ukraine",
                "Le régiment Kalinowski réunit des soldats bélarusses qui se battent à Kiev contre Loukachenko.",
                MONDAY);
        newsroom.publish(t + "cheese", "Le comté a son musée", "Dans le Jura, les fromages ont une maison.", MONDAY);
        newsroom.publish(t + "old", "Le régiment Kalinowski recrute",
                "À Kiev, le régiment des soldats bélarusses cherche des hommes contre le pouvoir de Loukachenko.",
                MONDAY.plusSeconds(30));
        newsroom.publish(t + "new", "Bélarus : ceux qui se battent pour l’Ukraine",
                "Les soldats du régiment Kalinowski sont des Bélarusses de Kiev, que Loukachenko dit traîtres.",
                MONDAY.plusSeconds(60));
    }

    private boolean lists(String article, String other) {
        List<String> list = newsroom.list(article);
        return list != null && list.contains(other);
    }

    private void assertOrdersRise(String article) {
        List<Order> orders = newsroom.all(article).stream().map(RelatedComputed::order).toList();
        assertThat(orders).isSorted().doesNotHaveDuplicates();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
