package news.kiosque.standalone.mongo;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the changes of many connections' commands into the log with one sync, and answers them then.
 *
 * <p>Commands are numbered as they begin; one runs at a time.
 */
final class GroupCommit implements Closeable {

    private record Waiting(long command, Runnable action) {}

    private final Consumer<Throwable> failed;
    private final Thread committer;
    private CommandLog log;
    private List<byte[]> batch = new ArrayList<>();
    private List<Waiting> waiting = new ArrayList<>();
    private long begun;
    private long ended;
    private long durable;
    private boolean writing;
    private boolean closing;

    GroupCommit(CommandLog log, Consumer<Throwable> failed) {
        this.log = log;
        this.failed = failed;
        this.committer = Thread.ofPlatform().name("mongo-commit").start(this::commitAlways);
    }

    synchronized void begin() {
        begun++;
    }

    /** The running command has ended and goes to the disk with the next batch. */
    void end(byte[] changes) {
        List<Waiting> ready;
        synchronized (this) {
            ended = begun;
            if (changes.length > 0) {
                batch.add(changes);
                notifyAll();
            }
            ready = batch.isEmpty() && !writing ? settle(ended) : List.of();
        }
        ready.forEach(each -> each.action().run());
    }

    /** Runs the action when all commands that have ended so far are on the disk. */
    void whenEndedIsDurable(Runnable action) {
        when(false, action);
    }

    /** Runs the action when all that anybody can have seen so far is on the disk, that of the running command included. */
    void whenSeenIsDurable(Runnable action) {
        when(true, action);
    }

    private void when(boolean seen, Runnable action) {
        synchronized (this) {
            long command = seen ? begun : ended;
            if (durable < command) {
                waiting.add(new Waiting(command, action));
                return;
            }
        }
        action.run();
    }

    /** Returns when all commands that have ended are on the disk. */
    synchronized void awaitDurable() throws InterruptedException {
        while (durable < ended) {
            if (!committer.isAlive()) {
                throw new IllegalStateException("the log is not written any more");
            }
            wait(100);
        }
    }

    /** Writes to another log from now on; only when nothing is under way. */
    synchronized CommandLog switchTo(CommandLog next) {
        var old = log;
        log = next;
        return old;
    }

    synchronized long logLength() {
        return log.length();
    }

    private void commitAlways() {
        try {
            boolean more;
            do {
                more = commitOnce();
            } while (more);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }

    private boolean commitOnce() throws IOException, InterruptedException {
        List<byte[]> commands;
        long upTo;
        synchronized (this) {
            while (batch.isEmpty() && !closing) {
                wait();
            }
            if (batch.isEmpty()) {
                return false;
            }
            commands = batch;
            batch = new ArrayList<>(commands.size());
            upTo = ended;
            writing = true;
        }
        log.write(commands);
        List<Waiting> ready;
        synchronized (this) {
            writing = false;
            ready = settle(batch.isEmpty() ? ended : upTo);
            notifyAll();
        }
        ready.forEach(each -> each.action().run());
        return true;
    }

    private List<Waiting> settle(long upTo) {
        durable = upTo;
        List<Waiting> ready = new ArrayList<>();
        List<Waiting> later = new ArrayList<>();
        for (var each : waiting) {
            (each.command() <= upTo ? ready : later).add(each);
        }
        waiting = later;
        return ready;
    }

    /** Writes and answers what is waiting, and writes no more. */
    void stop() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        committer.join();
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }
}
