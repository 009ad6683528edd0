package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Lets the tables on disk take over what is in the log, after so many bytes or when little is written, and frees space.
 *
 * <p>A commit begins between two commands, when the log holds all that the tables hold, and goes on beside the writers.
 */
final class Checkpoints {

    private static final long LOG_BYTES = 4L << 20;
    private static final long MOST_LOG_BYTES = 16 * LOG_BYTES;
    private static final long QUIET_BYTES = 256 << 10;
    private static final long TICK_MILLIS = 250;
    private static final long BETWEEN_LOOKS_NANOS = 3_000_000_000L;
    private static final int MOST_TIDYINGS = 40;
    private static final int LIVE_WHEN_BUSY = 60;
    private static final int LIVE_WHEN_QUIET = 90;
    private static final int OCCUPIED_WHEN_QUIET = 85;
    private static final long TIDIED_AT_ONCE = 128L << 20;

    private final LogFiles logs;
    private final Tables tables;
    private final GroupCommit commit;
    private final Lock writing;
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private long number;
    private int tidyings = MOST_TIDYINGS;
    private long lastLook = System.nanoTime();
    private long lengthAtLastLook;
    private boolean closing;

    /** @param number of the log that is written to */
    Checkpoints(LogFiles logs, long number, Tables tables, GroupCommit commit, Lock writing,
            Consumer<Throwable> failed) {
        this.logs = logs;
        this.number = number;
        this.tables = tables;
        this.commit = commit;
        this.writing = writing;
        this.failed = failed;
        this.thread = Thread.ofPlatform().name("mongo-checkpoint").daemon().start(this::checkpointAlways);
    }

    /** Holds up who writes faster than the disk takes it over. */
    void awaitRoom() {
        if (commit.logLength() > MOST_LOG_BYTES) {
            synchronized (this) {
                while (commit.logLength() > MOST_LOG_BYTES && !closing && thread.isAlive()) {
                    waitFor(TICK_MILLIS);
                }
            }
        }
    }

    private void checkpointAlways() {
        try {
            while (!closedWithinTick()) {
                if (commit.logLength() > LOG_BYTES) {
                    checkpoint();
                    tidyUp(LIVE_WHEN_BUSY);
                    tidyings = MOST_TIDYINGS;
                } else if (System.nanoTime() - lastLook > BETWEEN_LOOKS_NANOS) {
                    lookRound();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }

    /** When little is written, all is brought to where it takes the least room, in several rounds. */
    private void lookRound() throws IOException, InterruptedException {
        long grown = commit.logLength() - lengthAtLastLook;
        if (grown > QUIET_BYTES) {
            tidyings = MOST_TIDYINGS;
        } else if (tidyings > 0) {
            tidyings--;
            checkpoint();
            // A large store takes several rounds at a look, so that it is not at it for hours.
            for (long tidied = 0; tidied <= tables.size() && !isClosing(); tidied += TIDIED_AT_ONCE) {
                tidyUp(LIVE_WHEN_QUIET);
                shorten();
            }
            if (tables.live() >= LIVE_WHEN_QUIET && tables.occupied() >= OCCUPIED_WHEN_QUIET) {
                tidyings = 0;
            }
        }
        lastLook = System.nanoTime();
        lengthAtLastLook = commit.logLength();
    }

    private synchronized boolean closedWithinTick() {
        if (!closing) {
            waitFor(TICK_MILLIS);
        }
        return closing;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void waitFor(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    private void checkpoint() throws IOException, InterruptedException {
        var next = CommandLog.create(logs.file(number + 1));
        CommandLog old;
        writing.lock();
        try {
            commit.awaitDurable();
            old = commit.switchTo(next);
            tables.beginCommit(++number);
        } finally {
            writing.unlock();
        }
        synchronized (this) {
            notifyAll();
        }
        tables.finishCommit();
        old.delete();
    }

    /** Writes anew what is still wanted of the oldest; the tables leave out what the last commit has written. */
    private void tidyUp(int enough) throws IOException, InterruptedException {
        if (tables.live() < enough) {
            checkpoint();
            if (tables.rewrite()) {
                checkpoint();
            }
        }
    }

    /** It commits, so the log must hold all that the tables hold. */
    private void shorten() throws InterruptedException {
        if (tables.occupied() < OCCUPIED_WHEN_QUIET) {
            writing.lock();
            try {
                commit.awaitDurable();
                tables.shorten();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Ends with an empty log; the log is closed. */
    void close(boolean complete) throws IOException, InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
        if (complete) {
            checkpoint();
        }
    }
}
