package news.kiosque.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import news.kiosque.events.ConsentErased;
import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.EventDeserializer;
import news.kiosque.story.Newsroom.Answer;
import news.kiosque.testkit.TestKafka;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A backup that was taken while editors worked becomes a suite, whatever Kafka has been told since. */
@EnabledIf("isOurs")
class BackupIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LATER = "Ce qui fut écrit plus tard";

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);
    private final Reader reader = new Reader(suite.address());

    @TempDir
    Path folder;

    static boolean isOurs() {
        return Suite.running().isOurs() && !Suite.isOnContainers();
    }

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    @Test
    void readersAndServicesTakeWhatWasRestoredThoughTheyHaveHeardOfLaterChanges() throws Exception {
        Answer revised = revised(newsroom.published(Tale.FRENCH.older()), "Ce qui fut sauvegardé");
        Answer gone = newsroom.withdraw(newsroom.published(Tale.FRENCH.oldest()), "Une erreur");
        refuse();
        Chooser staying = Chooser.whoAccepts(suite);
        Chooser erased = Chooser.whoAccepts(suite);
        NoticeDesk desk = new NoticeDesk(suite);
        Path backup = folder.resolve("suite.backup");
        backUpWhileEditorsWork(backup);
        refusesAndWritesNothing(backup);

        Answer lost = newsroom.published(Tale.ENGLISH.older());
        revised(newsroom.get(revised.id()), LATER);
        newsroom.publish(newsroom.get(gone.id()));
        desk.publish(false);
        String pseudonym = erased.erase();
        String kafka = kafkaThatHasHeardOf(lost, pseudonym, desk);

        try (Suite restored = Suite.restored(backup, folder.resolve("restored"), kafka)) {
            assertThat(restored.command(PATIENCE, "check", "--kafka", kafka, "--wait", "90"))
                    .contains("No difference");
            Reader there = new Reader(restored.address());
            assertThat(there.open(revised.url()).text("h1")).contains("Ce qui fut sauvegardé");
            assertThat(there.status(gone.url())).isEqualTo(410);
            assertThat(there.status(lost.url())).isEqualTo(404);
            assertThat(there.open("/").text("#consent")).isNotEmpty().doesNotContain(desk.readMore());
            assertThat(restored.command("consent", "verify")).contains("The ledger is whole");
            assertThat(staying.decisions(restored)).hasSize(1);
            assertThat(erased.decisions(restored)).as("erased after the backup").isEmpty();
            assertThat(new Newsroom(restored).revisions(revised.id())).hasSize(2);
            assertThat(new Newsroom(restored).published(Tale.ENGLISH.older()).state()).isEqualTo("live");
        }
    }

    /** One that was cut short, and one that is put where a suite is at work. */
    private void refusesAndWritesNothing(Path backup) throws IOException {
        Path cut = folder.resolve("cut.backup");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(backup), (int) Files.size(backup) - 1_000));
        Path target = folder.resolve("nothing");

        assertThatThrownBy(() -> Suite.restored(cut, target, TestKafka.bootstrapServers()))
                .hasMessageContaining("was cut short or changed").hasMessageContaining("Nothing was written");
        assertThatThrownBy(() -> Suite.restored(backup, target, ArticleTopic.of(suite).bootstrapServers()))
                .hasMessageContaining("stop the services").hasMessageContaining("Nothing was written");
        assertThat(target).doesNotExist();
    }

    private void backUpWhileEditorsWork(Path backup) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger meanwhile = new AtomicInteger();
        Thread editor = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                newsroom.withdraw(newsroom.published(Tale.ENGLISH.oldest()), "Rien de neuf");
                meanwhile.incrementAndGet();
            }
        });
        suite.command(PATIENCE, "backup", backup.toString());
        done.set(true);
        editor.join();
        assertThat(meanwhile).hasPositiveValue();
    }

    /** What the suite has told until now, on another Kafka, as after the loss of the store alone. */
    private String kafkaThatHasHeardOf(Answer last, String erased, NoticeDesk desk) {
        desk.awaitShown();
        ArticleTopic.of(suite).await(last.id());
        Awaitility.await().atMost(PATIENCE).until(() -> isToldOfAsErased(erased));
        String kafka = TestKafka.bootstrapServers();
        new Mirror(ArticleTopic.of(suite).bootstrapServers(), kafka)
                .copy(List.of(Topics.ARTICLE, Topics.RELATED, Topics.NOTICE, Topics.CONSENT));
        return kafka;
    }

    private boolean isToldOfAsErased(String subject) {
        AtomicBoolean told = new AtomicBoolean();
        try (KafkaConsumer<String, Event> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ArticleTopic.of(suite).bootstrapServers()), new StringDeserializer(),
                new EventDeserializer())) {
            ArticleTopic.read(consumer, Topics.CONSENT, record -> told
                    .compareAndSet(false,
                            record.value() instanceof ConsentErased gone && gone.subject().equals(subject)));
        }
        return told.get();
    }

    private Answer revised(Answer article, String headline) {
        return newsroom.publish(newsroom.revise(article, Map.of("headline", headline)));
    }

    private void refuse() {
        Reader.Page page = reader.open("/");
        reader.press(page, page.html().selectFirst("#consent button[value=refuse]"));
    }
}
