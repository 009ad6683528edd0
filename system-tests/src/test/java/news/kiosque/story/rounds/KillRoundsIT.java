package news.kiosque.story.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import news.kiosque.story.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code kill -9} at random moments, while four writers change articles without pause and readers read. How often which
 * process dies is said by {@code -Dkiosque.rounds=mongo:30,gateway:10,…} (few, and not for long, unless it is), after what
 * time no more die by {@code -Dkiosque.rounds.within=PT8M}.
 */
@EnabledIf("isOurs")
class KillRoundsIT {
    private static final String IN_EVERY_BUILD = "mongo:2";
    private static final int WRITERS = 4;
    private static final int READERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A kill comes at any moment of the work within this time. */
    private static final int LONGEST_PEACE_MILLISECONDS = 2_000;

    private final Suite suite = Suite.running();
    private final long seed = Long.getLong("kiosque.rounds.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Desk desk = new Desk(suite.address(), suite.token("editor"));
    private final List<Writer> writers = IntStream.range(0, WRITERS)
            .mapToObj(i -> new Writer(desk, "ronde-" + UUID.randomUUID().toString().substring(0, 8) + "-" + i,
                    random.nextLong()))
            .toList();
    private final List<Reader> readers = IntStream.range(0, READERS)
            .mapToObj(i -> new Reader(desk, writers, random.nextLong())).toList();

    static boolean isOurs() {
        return Suite.running().isOurs() && !Suite.isOnContainers();
    }

    @Test
    void nothingThatWasAcknowledgedIsLostOrDoubledAndAllPartsAgree() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        writers.forEach(writer -> threads.add(Thread.ofPlatform().start(writer)));
        readers.forEach(reader -> threads.add(Thread.ofPlatform().start(reader)));
        var end = Instant.now().plus(Duration.parse(System.getProperty("kiosque.rounds.within", "PT24H")));
        var died = new ArrayList<String>();
        var victims = Victims.of(System.getProperty("kiosque.rounds", IN_EVERY_BUILD), random);
        try {
            for (var victim : victims) {
                if (Instant.now().isBefore(end)) {
                    round(died.size() + 1, victims.size(), victim);
                    died.add(victim);
                }
            }
        } finally {
            writers.forEach(Writer::stop);
            readers.forEach(Reader::stop);
            for (var thread : threads) {
                thread.join(PATIENCE);
            }
        }
        verify(died);
    }

    /** What it made is of no interest to other stories. */
    @AfterEach
    void tidy() throws InterruptedException {
        for (var writer : writers) {
            for (var piece : writer.pieces()) {
                if (piece.isLive()) {
                    desk.send("POST", "/api/v1/articles/" + piece.id + "/withdraw", "{\"reason\": \"Fin des rondes\"}",
                            Map.of("If-Match", "\"" + piece.rev() + "\""));
                }
            }
        }
    }

    private void round(int number, int of, String victim) throws InterruptedException {
        awaitWork();
        Thread.sleep(random.nextInt(LONGEST_PEACE_MILLISECONDS));
        var begun = Instant.now();
        long killed = suite.kill(victim);
        await(victim).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> suite.isReadyWithout(victim, killed));
        awaitWork();
        System.out.printf("Round %d of %d: %s died and all worked again after %.1f s; %d changes acknowledged%n",
                number,
                of, victim, Duration.between(begun, Instant.now()).toMillis() / 1000.0, acknowledged());
    }

    /** Each writer is told of two changes, of which at least one begins now. */
    private void awaitWork() {
        var before = writers.stream().map(Writer::acknowledged).toList();
        await("the writers").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(failures()).as("with seed " + seed).isEmpty();
            return IntStream.range(0, WRITERS)
                    .allMatch(i -> writers.get(i).acknowledged() >= before.get(i) + 2);
        });
    }

    private void verify(List<String> died) throws InterruptedException {
        assertThat(failures()).as("with seed " + seed).isEmpty();
        List<String> findings = new ArrayList<>();
        for (var writer : writers) {
            findings.addAll(new Verification(desk).of(writer));
        }
        readers.forEach(reader -> findings.addAll(reader.wrong()));
        System.out.printf(
                "Rounds: %d, of %s. Acknowledged changes: %d, of %d articles. Left open by a kill: %d. Pages read: %d. "
                        + "Lost or doubled: %d.%n",
                died.size(),
                new TreeMap<>(died.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()))),
                acknowledged(),
                writers.stream().mapToInt(writer -> writer.pieces().size()).sum(), desk.unanswered(),
                readers.stream().mapToLong(Reader::pages).sum(), findings.size());
        assertThat(findings).as("with seed " + seed).isEmpty();
        System.out.println(suite.command(Duration.ofMinutes(4), "check", "--wait", "120"));
    }

    private List<Throwable> failures() {
        List<Throwable> failures = new ArrayList<>();
        for (var writer : writers) {
            if (writer.failure() != null) {
                failures.add(writer.failure());
            }
        }
        return failures;
    }

    private long acknowledged() {
        return writers.stream().mapToLong(Writer::acknowledged).sum();
    }
}
