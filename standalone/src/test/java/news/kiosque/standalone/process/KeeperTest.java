package news.kiosque.standalone.process;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class KeeperTest {
    @TempDir
    Path folder;

    Journal journal;
    Keeper keeper;

    @BeforeEach
    void open() throws Exception {
        journal = new Journal(folder, new PrintStream(OutputStream.nullOutputStream()), false, false);
    }

    @AfterEach
    void close() throws Exception {
        keeper.stop(Duration.ofSeconds(5));
        journal.close();
    }

    @Test
    void isReadyWhenTheProgramSaysSo() throws Exception {
        keep("echo hello; echo ready 1234; exec cat", true);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        assertThat(keeper.report().state()).isEqualTo(ProcessState.ready);
        assertThat(keeper.report().restarts()).isZero();
        await().untilAsserted(() -> assertThat(folder.resolve("test.log")).hasContent("hello\n"));
    }

    @Test
    void startsAKilledProgramAgainAndSaysWhyItEnded() throws Exception {
        keep("echo ready; exec cat", true);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        var first = keeper.report().pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(keeper.report().state()).isEqualTo(ProcessState.ready);
            assertThat(keeper.report().restarts()).isEqualTo(1);
        });
        assertThat(keeper.report().pid()).isNotNull().isNotEqualTo(first);
        assertThat(keeper.report().reason()).isEqualTo("was ended by signal 9");
    }

    @Test
    void givesUpTheStartOfWhatDiesAgainAndAgain() {
        keep("exit 3", true);
        assertThatThrownBy(() -> keeper.firstReady().get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(DidNotStart.class)
                .hasMessageContaining("test does not start: it ended with exit code 3");
    }

    @Test
    void killsWhatDoesNotWantToEnd() throws Exception {
        keep("trap '' TERM; echo ready; while :; do read -r _; done", true);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        var process = ProcessHandle.of(keeper.report().pid()).orElseThrow();
        keeper.stop(Duration.ofMillis(200));
        assertThat(process.isAlive()).isFalse();
        assertThat(keeper.report().state()).isEqualTo(ProcessState.stopped);
        assertThat(keeper.report().restarts()).isZero();
    }

    @Test
    void doesNotStartAgainWhatItStopped() throws Exception {
        keep("echo ready; exec cat", true);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        keeper.stop(Duration.ofSeconds(5));
        assertThat(keeper.report().pid()).isNull();
        assertThat(keeper.report().restarts()).isZero();
    }

    @Test
    void setsAGuardOverWhatDoesNotWatchItsInput() throws Exception {
        keep("echo ready; exec sleep 600", false);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        var guard = ProcessHandle.current().children()
                .filter(child -> child.info().arguments().map(List::of).orElse(List.of()).contains("guard"))
                .findFirst();
        assertThat(guard).isPresent();
        var process = ProcessHandle.of(keeper.report().pid()).orElseThrow();
        keeper.stop(Duration.ofSeconds(5));
        assertThat(process.isAlive()).isFalse();
        await().untilAsserted(() -> assertThat(guard.get().isAlive()).isFalse());
    }

    @Test
    void startsAgainWhatHangsWithoutDyingAndSaysSo() throws Exception {
        var asked = new AtomicInteger();
        keep("echo ready; exec cat", true, () -> asked.incrementAndGet() < 3 || asked.get() > 5, 3);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        var first = keeper.report().pid();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(keeper.report().state()).isEqualTo(ProcessState.ready);
            assertThat(keeper.report().restarts()).isEqualTo(1);
        });
        assertThat(keeper.report().pid()).isNotNull().isNotEqualTo(first);
        assertThat(keeper.report().reason()).isEqualTo("did not answer 3 times in sequence and was killed");
    }

    @Test
    void startsAgainWhatHangsWhileItIsStartedAgain() throws Exception {
        keep("if [ -f started ]; then [ -f hung ] || { : >hung; exec cat; }; fi; : >started; echo ready; exec cat",
                true, () -> false, 1_000_000);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        ProcessHandle.of(keeper.report().pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(keeper.report().state()).isEqualTo(ProcessState.ready);
            assertThat(keeper.report().restarts()).isEqualTo(2);
        });
        assertThat(keeper.report().reason()).isEqualTo("did not start, nor answer within 1 s, and was killed");
    }

    @Test
    void leavesAloneWhatAnswersWhileItTakesItsTimeToStart() throws Exception {
        var asked = new AtomicInteger();
        keep("while [ ! -f go ]; do sleep 0.1; done; echo ready; exec cat", true, () -> asked.incrementAndGet() > 0, 3);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(asked).hasValueGreaterThan(30));
        assertThat(keeper.report().restarts()).isZero();
        Files.createFile(folder.resolve("go"));
        keeper.firstReady().get(20, TimeUnit.SECONDS);
    }

    @Test
    void leavesAloneWhatAnswersInTheEnd() throws Exception {
        var asked = new AtomicInteger();
        keep("echo ready; exec cat", true, () -> asked.incrementAndGet() % 3 == 0, 3);
        keeper.firstReady().get(20, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(asked).hasValueGreaterThan(9));
        assertThat(keeper.report().restarts()).isZero();
    }

    private void keep(String script, boolean endsWithPipe) {
        keep(script, endsWithPipe, () -> true, 3);
    }

    private void keep(String script, boolean endsWithPipe, Readiness.Asked alive, int misses) {
        var program = new Program("test", List.of("/bin/sh", "-c", script), Map.of(), folder, 1234,
                Readiness.announced(), new Liveness(alive, Duration.ofMillis(50), misses, Duration.ofSeconds(1)),
                endsWithPipe);
        keeper = new Keeper(program, journal, () -> {});
        keeper.start();
    }
}
