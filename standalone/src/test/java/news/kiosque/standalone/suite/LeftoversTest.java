package news.kiosque.standalone.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.standalone.process.ProcessReport;
import news.kiosque.standalone.process.ProcessState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoversTest {
    @TempDir
    Path folder;

    @Test
    void areWaitedFor() throws Exception {
        var process = new ProcessBuilder("/bin/sh", "-c", "read -r _").start();
        var data = stateWith(process.pid(), process.info().startInstant().orElseThrow());
        var progress = new ArrayList<String>();
        Leftovers.awaitEnd(data, line -> {
            progress.add(line);
            close(process);
        });
        assertThat(process.isAlive()).isFalse();
        assertThat(progress).containsExactly("waiting for 1 processes of the last launcher to end");
    }

    @Test
    void areNotTakenForALaterProcessWithTheSameNumber() throws Exception {
        var other = new ProcessBuilder("/bin/sh", "-c", "read -r _").start();
        var data = stateWith(other.pid(), Instant.parse("2020-01-01T00:00:00Z"));
        Leftovers.awaitEnd(data, line -> {
            throw new AssertionError(line);
        });
        assertThat(other.isAlive()).isTrue();
        close(other);
    }

    private DataFolder stateWith(long pid, Instant since) throws Exception {
        var data = new DataFolder(folder);
        data.make();
        new SuiteState("http://localhost:1", ProcessState.ready,
                List.of(new ProcessReport("gateway", pid, since, 1, ProcessState.ready, 0, null))).write(data.state());
        return data;
    }

    private static void close(Process process) {
        try {
            process.getOutputStream().close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
