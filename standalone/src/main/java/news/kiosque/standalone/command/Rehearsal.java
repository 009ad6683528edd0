package news.kiosque.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.standalone.jvm.Assembly;
import news.kiosque.standalone.jvm.Folders;
import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.process.OwnSession;

/** A whole suite run once in a folder of its own, with every JVM recording what its AOT cache needs (docs/adr/0010). */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Installation installation;
    private final Journal journal;

    Rehearsal(Installation installation, Journal journal) {
        this.installation = installation;
        this.journal = journal;
    }

    /** Makes the caches of these programs and of the launcher itself; without them a start is slower, nothing else. */
    void hold(List<JavaProgram> programs) throws IOException, InterruptedException {
        journal.say("recording a start so that later ones are quick (once a build; takes about a minute)");
        var folder = Files.createTempDirectory(installation.prepared(), "rehearsal-");
        var stop = new Thread(() -> breakOff(folder), "stop-rehearsal");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean done = attempt(programs, folder);
        dismiss(stop);
        Folders.delete(folder);
        if (!done) {
            journal.say("the recording failed; going on without (its output is in " + Journal.LAUNCHER + ".log)");
        }
    }

    private boolean attempt(List<JavaProgram> programs, Path folder) throws InterruptedException {
        try {
            var launcher = launcher(folder);
            if (run(launcher) != 0) {
                return false;
            }
            journal.say("making the caches of what was recorded");
            var all = new ArrayList<>(programs);
            all.add(launcher);
            Assembly.of(all);
            if (launcher.isCached()) {
                Files.move(launcher.cache(), installation.launcherCache(), StandardCopyOption.REPLACE_EXISTING);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            journal.record("rehearsal", e.toString());
            return false;
        }
    }

    private JavaProgram launcher(Path folder) {
        return JavaProgram.small("launcher", "96m", List.of("-XX:TieredStopAtLevel=1",
                "-Dkiosque.home=" + installation.home(), "-Dkiosque.launcher=" + installation.launcher(),
                "-Dkiosque.cache=" + installation.launcherCache()),
                List.of(installation.childJar(), installation.launcherJar()),
                List.of(Kiosque.class.getName(), "up", "--rehearsal", "--port", "0", "--data", folder.toString()),
                installation.launcher());
    }

    private int run(JavaProgram launcher) throws IOException, InterruptedException {
        var process = new ProcessBuilder(OwnSession.of(launcher.command(Cache.RECORD))).redirectErrorStream(true)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(line -> journal.record("rehearsal", line));
        }
        return process.waitFor();
    }

    /** At this moment the launcher has no other children than those of the rehearsal. */
    private static void breakOff(Path folder) {
        var children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        for (var child : children) {
            try {
                child.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                child.destroyForcibly();
            }
        }
        Folders.delete(folder);
    }

    /** Does not return when this process is about to end: nothing more is to be started. */
    private static void dismiss(Thread stop) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            new CountDownLatch(1).await();
        }
    }
}
