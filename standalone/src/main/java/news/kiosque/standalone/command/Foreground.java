package news.kiosque.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.suite.CannotStart;
import news.kiosque.standalone.suite.DataFolder;
import news.kiosque.standalone.suite.Suite;
import news.kiosque.standalone.suite.UpOptions;

/** A suite's life in this process: prepared, started, ready, and stopped when this process is told to end. */
final class Foreground {
    /** A line of its own that tells who started this in the background that it is ready. */
    static final String READY = "\f";
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(5);

    private final DataFolder data;
    private final UpOptions options;
    private final boolean aot;
    private final boolean inBackground;

    Foreground(DataFolder data, UpOptions options, boolean aot, boolean inBackground) {
        this.data = data;
        this.options = options;
        this.aot = aot;
        this.inBackground = inBackground;
    }

    int untilStopped(boolean demo) throws IOException, InterruptedException {
        var journal = new Journal(data.logs(), System.out, Boolean.getBoolean("kiosque.colour"), inBackground);
        var suite = new Suite(options, data, Installation.ofThisProcess(), journal);
        var stop = new Thread(() -> {
            journal.say("stopping");
            suite.stop(PATIENCE_TO_STOP);
            journal.say("stopped");
        }, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            suite.start(Cache.NONE);
        } catch (CannotStart e) {
            throw new CannotDo(e.getMessage());
        }
        suite.becomeReady();
        announce(suite);
        new CountDownLatch(1).await();
        return 0;
    }

    private void announce(Suite suite) {
        System.out.println("""

                Kiosque is ready at %s

                  a token for the API   kiosque token --role editor
                  how it is             kiosque status
                  logs                  %s
                  stop                  %s
                """.formatted(suite.address(), data.logs(), inBackground ? "kiosque down" : "Ctrl-C or kiosque down"));
        if (inBackground) {
            System.out.println(READY);
        }
    }
}
