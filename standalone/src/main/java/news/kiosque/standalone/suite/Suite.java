package news.kiosque.standalone.suite;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.process.Keeper;
import news.kiosque.standalone.process.ProcessReport;
import news.kiosque.standalone.process.ProcessState;
import news.kiosque.standalone.process.Program;

/** All processes of one suite, started in the order in which they need each other and stopped in the reverse one (docs/adr/0010). */
public final class Suite {
    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(5);

    private final Blueprint blueprint;
    private final DataFolder data;
    private final Journal journal;
    private final List<List<Keeper>> stages = new CopyOnWriteArrayList<>();
    private final Instant begun = Instant.now();
    private volatile ProcessState state = ProcessState.starting;

    public Suite(UpOptions options, DataFolder data, Installation installation, Journal journal)
            throws IOException, InterruptedException {
        this.data = data;
        this.journal = journal;
        this.blueprint = new Blueprint(options, data, installation);
    }

    public URI address() {
        return blueprint.address();
    }

    /** All that can have an AOT cache. */
    public List<JavaProgram> javaPrograms() {
        return blueprint.javaPrograms();
    }

    /** Says in the status that this launcher is at work, before any process of the suite is there. */
    public void begin() {
        report();
    }

    /** Returns when all are ready; throws when one of them does not start. */
    public void start(Cache cache) throws InterruptedException {
        startStage("broker and store", blueprint.stores(cache));
        startStage("services", blueprint.services(cache));
    }

    /** Says in the status that the suite can be used; what remains of the start (the demo edition) is done. */
    public void becomeReady() {
        state = ProcessState.ready;
        report();
    }

    /** @param patience how long each stage may take to end by itself */
    public void stop(Duration patience) {
        state = ProcessState.stopped;
        var services = stages.size() > 1 ? stages.get(1) : List.<Keeper>of();
        stop(services.stream().filter(Suite::facesReaders).toList(), patience);
        stop(services.stream().filter(keeper -> !facesReaders(keeper)).toList(), patience);
        stop(stages.isEmpty() ? List.of() : stages.getFirst(), patience);
        report();
    }

    private static boolean facesReaders(Keeper keeper) {
        return keeper.report().name().equals(Service.GATEWAY.title());
    }

    private static void stop(List<Keeper> keepers, Duration patience) {
        var stopping = keepers.stream().map(keeper -> Thread.ofVirtual().start(() -> keeper.stop(patience))).toList();
        for (var thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void startStage(String title, List<Program> programs) throws InterruptedException {
        var keepers = programs.stream().map(program -> new Keeper(program, journal, this::report)).toList();
        stages.add(keepers);
        journal.say("starting " + title + ": "
                + String.join(", ", programs.stream().map(Program::name).toList()));
        var allReady = CompletableFuture
                .allOf(keepers.stream().map(Keeper::firstReady).toArray(CompletableFuture[]::new));
        for (var keeper : keepers) {
            keeper.firstReady().whenComplete((ready, failure) -> {
                if (failure == null) {
                    journal.say(keeper.report().name() + " is ready");
                } else {
                    allReady.completeExceptionally(failure);
                }
            });
            keeper.start();
        }
        try {
            allReady.get(PATIENCE_TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CannotStart("not ready after " + PATIENCE_TO_START.toMinutes() + " minutes: " + notReady(keepers)
                    + "; see " + data.logs());
        } catch (ExecutionException e) {
            throw new CannotStart(e.getCause().getMessage() + "; see " + data.logs());
        }
    }

    private static List<String> notReady(List<Keeper> keepers) {
        return keepers.stream().map(Keeper::report).filter(report -> report.state() != ProcessState.ready)
                .map(ProcessReport::name).toList();
    }

    private synchronized void report() {
        var reports = new ArrayList<ProcessReport>();
        var launcher = ProcessHandle.current();
        reports.add(new ProcessReport(SuiteState.LAUNCHER, launcher.pid(),
                launcher.info().startInstant().orElse(begun), null, state, 0, null));
        stages.forEach(stage -> stage.forEach(keeper -> reports.add(keeper.report())));
        try {
            new SuiteState(address().toString(), wholeState(reports), reports).write(data.state());
        } catch (IOException e) {
            journal.say("The status cannot be written to " + data.state() + ": " + e.getMessage());
        }
    }

    private ProcessState wholeState(List<ProcessReport> reports) {
        boolean all = reports.stream().allMatch(report -> report.state() == ProcessState.ready);
        return state == ProcessState.ready && !all ? ProcessState.restarting : state;
    }
}
