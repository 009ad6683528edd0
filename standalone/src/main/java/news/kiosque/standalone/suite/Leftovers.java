package news.kiosque.standalone.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import news.kiosque.standalone.process.ProcessReport;

/** Processes of a launcher that was killed: they end by themselves, and a new suite waits until they have. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private Leftovers() {}

    public static void awaitEnd(DataFolder data, Consumer<String> progress) throws IOException, InterruptedException {
        if (!Files.exists(data.state())) {
            return;
        }
        var alive = alive(SuiteState.read(data.state()).processes());
        if (!alive.isEmpty()) {
            progress.accept("waiting for " + alive.size() + " processes of the last launcher to end");
        }
        for (var process : alive) {
            try {
                process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The start time tells a process of ours from a later one with the same number. */
    private static List<ProcessHandle> alive(List<ProcessReport> reports) {
        return reports.stream().filter(report -> !report.name().equals(SuiteState.LAUNCHER))
                .filter(report -> report.pid() != null && report.since() != null)
                .map(report -> ProcessHandle.of(report.pid())
                        .filter(process -> Objects.equals(process.info().startInstant().orElse(null), report.since()))
                        .orElse(null))
                .filter(Objects::nonNull).toList();
    }
}
