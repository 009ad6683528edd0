package news.kiosque.standalone.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Keeps one program running: starts it, starts it again when it dies or hangs, and ends it when told to. */
public final class Keeper {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final int STARTS_BEFORE_GIVING_UP = 3;

    private final Program program;
    private final Journal journal;
    private final Runnable changed;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Process process;
    private @Nullable Guard guard;
    private ProcessState state = ProcessState.stopped;
    private int restarts;
    private @Nullable String reason;
    private boolean stopping;

    /** @param changed is told after every change of the report */
    public Keeper(Program program, Journal journal, Runnable changed) {
        this.program = program;
        this.journal = journal;
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("keep-" + program.name()).unstarted(this::keep);
    }

    public void start() {
        thread.start();
    }

    /** Completes when the program is ready for the first time; fails when it died too often before. */
    public CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    public synchronized ProcessReport report() {
        boolean alive = process != null && process.isAlive();
        return new ProcessReport(program.name(), alive ? process.pid() : null,
                alive ? process.info().startInstant().orElse(null) : null, program.port(), state, restarts, reason);
    }

    /** Asks the program to end and ends it by force when it takes longer. */
    public void stop(Duration patience) {
        var running = leaveOff();
        thread.interrupt();
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    journal.say(program.name() + " did not end within " + patience.toSeconds() + " s and is killed");
                    running.destroyForcibly().waitFor();
                }
                ended.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        become(ProcessState.stopped);
    }

    private synchronized @Nullable Process leaveOff() {
        stopping = true;
        return process;
    }

    private void keep() {
        int failures = 0;
        try {
            while (launch()) {
                changed.run();
                var begun = Instant.now();
                var end = awaitEnd();
                if (isStopping()) {
                    break;
                }
                failures = Duration.between(begun, Instant.now()).compareTo(LONG_ENOUGH) > 0 ? 1 : failures + 1;
                noteDeath(end, failures);
                Thread.sleep(Backoff.after(failures));
            }
        } catch (InterruptedException e) {
            // It is being stopped.
        } catch (IOException e) {
            reason = "could not be started: " + e.getMessage();
            firstReady.completeExceptionally(new DidNotStart(program.name(), reason));
            become(ProcessState.stopped);
        } finally {
            ended.countDown();
        }
    }

    private synchronized boolean launch() throws IOException {
        if (stopping) {
            return false;
        }
        Files.createDirectories(program.folder());
        var builder = new ProcessBuilder(OwnSession.of(program.command())).directory(program.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(program.environment());
        process = builder.start();
        guard = program.endsWithPipe() ? null : Guard.over(process);
        state = restarts == 0 ? ProcessState.starting : ProcessState.restarting;
        var output = process.inputReader(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("log-" + program.name()).start(() -> follow(output));
        return true;
    }

    private void follow(BufferedReader output) {
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (program.readiness() instanceof Readiness.Announced && line.startsWith("ready")) {
                    becomeReady();
                } else {
                    journal.record(program.name(), line);
                }
            }
        } catch (IOException e) {
            // The process has ended, and its pipe with it.
        }
    }

    /** Why it ended. */
    private String awaitEnd() throws InterruptedException {
        try {
            return new Watch(program, process, () -> report().state() == ProcessState.ready, this::becomeReady)
                    .untilEnd();
        } finally {
            if (guard != null) {
                guard.dismiss();
            }
        }
    }

    private void noteDeath(String end, int failures) {
        synchronized (this) {
            restarts++;
            reason = end;
            state = ProcessState.restarting;
        }
        journal.say(program.name() + " " + end + "; starting it again");
        if (failures >= STARTS_BEFORE_GIVING_UP) {
            firstReady.completeExceptionally(new DidNotStart(program.name(), end));
        }
        changed.run();
    }

    private void becomeReady() {
        become(ProcessState.ready);
        firstReady.complete(null);
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void become(ProcessState next) {
        synchronized (this) {
            if (stopping && next != ProcessState.stopped) {
                return;
            }
            state = next;
        }
        changed.run();
    }
}
