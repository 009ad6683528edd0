package news.kiosque.recommendation.related;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances, one broker. */
class TwoInstancesIT {
    private static final Duration BOUND = Duration.ofSeconds(40);

    @TempDir
    Path one;
    @TempDir
    Path two;

    @Test
    void shareTheWorkAndTakeOverFromEachOther() throws InterruptedException {
        Newsroom newsroom = new Newsroom();
        try (ConfigurableApplicationContext first = newsroom.instance(one)) {
            ConfigurableApplicationContext second = newsroom.instance(two);
            Awaitility.await().atMost(BOUND).untilAsserted(() -> {
                Set<Integer> ofFirst = owned(first);
                Set<Integer> ofSecond = owned(second);
                assertThat(ofSecond).hasSize(6);
                assertThat(ofFirst).hasSize(6).doesNotContainAnyElementsOf(ofSecond);
            });
            publish(newsroom, 0, 12);
            awaitLists(newsroom, 12);
            publish(newsroom, 12, 20);
            second.close();
            awaitLists(newsroom, 20);
            Awaitility.await().atMost(BOUND).untilAsserted(() -> assertThat(owned(first)).hasSize(12));
            newsroom.withdraw("duo-3");
            Awaitility.await().atMost(BOUND).untilAsserted(() -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(newsroom.list("duo-" + i)).doesNotContain("duo-3");
                }
            });
            for (int i = 0; i < 20; i++) {
                assertThat(newsroom.all("duo-" + i).stream().map(list -> list.order()).toList()).isSorted()
                        .doesNotHaveDuplicates();
            }
        } finally {
            newsroom.close();
        }
    }

    private static Set<Integer> owned(ConfigurableApplicationContext instance) {
        return instance.getBean(Computing.class).owned();
    }

    private static void publish(Newsroom newsroom, int from, int to) {
        for (int i = from; i < to; i++) {
            newsroom.publish("duo-" + i, "Minsk, épisode " + i,
                    "Loukachenko et l’Europe, chapitre" + i + " : des soldats, des sanctions, mot" + i + " contre autre"
                            + i,
                    Instant.EPOCH.plusSeconds(i));
        }
    }

    private static void awaitLists(Newsroom newsroom, int articles) {
        Awaitility.await().atMost(BOUND).untilAsserted(() -> {
            for (int i = 0; i < articles; i++) {
                assertThat(newsroom.list("duo-" + i)).as("list of duo-" + i).isNotNull().hasSizeGreaterThan(5);
            }
        });
    }
}
