package news.kiosque.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.suite.CannotStart;
import news.kiosque.standalone.suite.DataFolder;
import news.kiosque.standalone.suite.Demo;
import news.kiosque.standalone.suite.Suite;
import news.kiosque.standalone.suite.UpOptions;

/** A suite's life in this process: prepared, started, ready, and stopped when this process is told to end. */
final class Foreground {
    /** A line of its own that tells who started this in the background that it is ready. */
    static final String READY = "\f";
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(5);

    private static final Duration PATIENCE_TO_RECORD = Duration.ofMinutes(2);

    private final DataFolder data;
    private final boolean inBackground;
    private final Installation installation = Installation.ofThisProcess();
    private final Journal journal;
    private final Suite suite;

    Foreground(DataFolder data, UpOptions options, boolean inBackground) throws IOException, InterruptedException {
        this.data = data;
        this.inBackground = inBackground;
        this.journal = new Journal(data.logs(), System.out, Boolean.getBoolean("kiosque.colour"), inBackground);
        this.suite = new Suite(options, data, installation, journal);
        suite.begin();
    }

    int untilStopped(boolean aot) throws IOException, InterruptedException {
        if (aot && !suite.javaPrograms().stream().allMatch(JavaProgram::isCached)) {
            new Rehearsal(installation, journal).hold(suite.javaPrograms());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(PATIENCE_TO_STOP), "stop"));
        start(aot ? Cache.USE : Cache.NONE);
        announce();
        new CountDownLatch(1).await();
        return 0;
    }

    /** Starts, reads a few pages as readers would, and stops, with every child recording. */
    int rehearsed() throws IOException, InterruptedException {
        var interrupted = new Thread(() -> stop(PATIENCE_TO_STOP), "stop");
        Runtime.getRuntime().addShutdownHook(interrupted);
        start(Cache.RECORD);
        new Reading(suite.address()).read();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        stop(PATIENCE_TO_RECORD);
        return 0;
    }

    private void start(Cache cache) throws IOException, InterruptedException {
        try {
            suite.start(cache);
        } catch (CannotStart e) {
            throw new CannotDo(e.getMessage());
        }
        new Demo(data, installation, journal).loadOnce(suite.address());
        suite.becomeReady();
    }

    private void stop(Duration patience) {
        journal.say("stopping");
        suite.stop(patience);
        journal.say("stopped");
    }

    private void announce() {
        var command = "./kiosque";
        var which = data.equals(DataOption.ofTheClone()) ? "" : " --data " + data.root();
        System.out.println("""

                Kiosque is ready at %s

                  a token for the API   %s token --role editor%s
                  how it is             %s status%s
                  logs                  %s logs --follow%s   (files in %s)
                  stop                  %s%s down%s
                """.formatted(suite.address(), command, which, command, which, command, which, data.logs(),
                inBackground ? "" : "Ctrl-C or ", command, which));
        if (inBackground) {
            System.out.println(READY);
        }
    }
}
