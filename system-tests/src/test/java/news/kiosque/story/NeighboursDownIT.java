package news.kiosque.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import news.kiosque.story.Newsroom.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** A neighbour that is killed again and again takes no page with it, and nothing is lost meanwhile. */
@EnabledIf("isOurs")
class NeighboursDownIT {

    /** How long each is kept down: short in every build, {@code -Dkiosque.outage=PT1M} for the whole round. */
    private static final Duration OUTAGE = Duration.parse(System.getProperty("kiosque.outage", "PT10S"));
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    static boolean isOurs() {
        return Suite.running().isOurs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recommendation-service", "consent-service", "broker"})
    void everyPageAnswersAndWhatWasPublishedMeanwhileArrives(String neighbour) throws Exception {
        assumeFalse(neighbour.equals("broker") && Suite.isOnContainers(), "The broker is no process of the suite");
        Answer before = newsroom.published(Tale.FRENCH.older());
        List<String> pages = new ArrayList<>(
                List.of("/", "/en/", "/monde/", "/feed.xml", "/recherche?q=bateau", before.url()));
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicLong read = new AtomicLong();
        List<String> faults = new CopyOnWriteArrayList<>();
        List<Answer> meanwhile = new ArrayList<>();
        try (ExecutorService readers = Executors.newSingleThreadExecutor()) {
            readers.submit(() -> {
                Reader reader = new Reader(suite.address());
                while (reading.get()) {
                    for (String page : pages) {
                        int status = reader.status(page);
                        read.incrementAndGet();
                        if (status != 200) {
                            faults.add(page + " answered " + status);
                        }
                    }
                }
            });
            try {
                for (Instant end = Instant.now().plus(OUTAGE); Instant.now().isBefore(end);) {
                    kill(neighbour);
                    if (meanwhile.size() < 3) {
                        meanwhile.add(newsroom.published(Tale.FRENCH.oldest()));
                    }
                }
                allArrive(before, meanwhile);
            } finally {
                reading.set(false);
            }
        }
        assertThat(faults).isEmpty();
        System.out.printf("%s down for %s: %d pages read, all 200%n", neighbour, OUTAGE, read.get());
    }

    private void kill(String neighbour) {
        OptionalLong pid = suite.pid(neighbour);
        pid.ifPresent(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
    }

    private void allArrive(Answer before, List<Answer> meanwhile) {
        Reader reader = new Reader(suite.address());
        for (Answer article : meanwhile) {
            assertThat(reader.open("/monde/").links("main")).contains(article.url());
            await(article.url() + " has its related list").atMost(RECOVERY).untilAsserted(
                    () -> assertThat(reader.open(article.url()).links("#related")).contains(before.url()));
        }
        await("the records on Kafka").atMost(RECOVERY)
                .untilAsserted(() -> assertThat(ArticleTopic.of(suite).lastStates())
                        .containsKeys(meanwhile.stream().map(Answer::id).toArray(String[]::new)));
        await("the notice").atMost(RECOVERY)
                .untilAsserted(() -> assertThat(reader.open("/").html().select("#consent")).isNotEmpty());
    }
}
