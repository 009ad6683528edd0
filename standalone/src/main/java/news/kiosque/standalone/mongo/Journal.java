package news.kiosque.standalone.mongo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Group commit: commands of many connections reach the log with one sync, and the tables take them over in the background. */
final class Journal {

    private static final long CHECKPOINT_BYTES = 16L << 20;
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long TICK_MILLIS = 250;
    private static final String FIRST_LOG = "first-log";

    /** Takes a change from the log: no key means that the table was dropped, no value that the key was removed. */
    interface Replay {
        void change(String table, byte @Nullable [] key, byte @Nullable [] value);
    }

    private record Waiting(long command, Runnable action) {}

    private final Path file;
    private final MVStore store;
    private final MVMap<String, Long> state;
    private final CompletableFuture<Void> failure;
    private final Thread committer;
    private final Thread checkpointer;
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();

    private final Object monitor = new Object();
    private ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private List<Waiting> waiting = new ArrayList<>();
    private long appended;
    private long durable;
    private volatile boolean closing;

    private final Object ticking = new Object();
    private final Object logMonitor = new Object();
    private volatile CommandLog log;
    private long logNumber;
    private volatile long lastWrite = System.nanoTime();

    private Journal(Path file, MVStore store, MVMap<String, Long> state, CommandLog log, long logNumber,
            CompletableFuture<Void> failure) {
        this.file = file;
        this.store = store;
        this.state = state;
        this.log = log;
        this.logNumber = logNumber;
        this.failure = failure;
        this.committer = Thread.ofPlatform().name("mongo-commit").start(this::commitAlways);
        this.checkpointer = Thread.ofPlatform().name("mongo-checkpoint").daemon().start(this::checkpointAlways);
    }

    /** Replays what the tables have not taken over yet, and starts a fresh log. */
    static Journal open(Path file, MVStore store, Replay replay, CompletableFuture<Void> failure) throws IOException {
        MVMap<String, Long> state = store.openMap("journal");
        var first = state.get(FIRST_LOG);
        long next = 0;
        if (first == null) {
            removeLogOfUnfinishedStart(file);
        } else {
            next = first;
            if (!Files.exists(log(file, next))) {
                throw new StoreUnreadable(file, "its log " + log(file, next).getFileName()
                        + " is missing, or the file fell back to an earlier state", null);
            }
            while (Files.exists(log(file, next))) {
                boolean last = !Files.exists(log(file, next + 1));
                CommandLog.read(file, log(file, next), last, commands -> replay(commands, replay));
                next++;
            }
        }
        var log = CommandLog.create(log(file, next));
        store.commit();
        state.put(FIRST_LOG, next);
        store.commit();
        store.sync();
        for (long old = first == null ? next : first; old < next; old++) {
            Files.deleteIfExists(log(file, old));
        }
        return new Journal(file, store, state, log, next, failure);
    }

    private static void removeLogOfUnfinishedStart(Path file) throws IOException {
        for (var log : logs(file)) {
            CommandLog.read(file, log, true, commands -> {
                throw new StoreUnreadable(file, "it is empty although its log " + log.getFileName() + " is not", null);
            });
            Files.delete(log);
        }
    }

    /** A log without its store file is a store whose file was lost, not a new one. */
    static void refuseLogWithoutStore(Path file) throws IOException {
        if (!Files.exists(file) && !logs(file).isEmpty()) {
            throw new StoreUnreadable(file, "it is missing although its log is there", null);
        }
    }

    private static List<Path> logs(Path file) throws IOException {
        List<Path> logs = new ArrayList<>();
        try (var found = Files.newDirectoryStream(file.toAbsolutePath().getParent(), file.getFileName() + ".log.*")) {
            found.forEach(logs::add);
        }
        return logs;
    }

    private static Path log(Path file, long number) {
        return file.resolveSibling(file.getFileName() + ".log." + number);
    }

    private static void replay(ByteBuffer commands, Replay replay) {
        while (commands.hasRemaining()) {
            var table = new String(bytes(commands), StandardCharsets.UTF_8);
            switch (commands.get()) {
                case 'd' -> replay.change(table, null, null);
                case 'r' -> replay.change(table, bytes(commands), null);
                default -> replay.change(table, bytes(commands), bytes(commands));
            }
        }
    }

    private static byte[] bytes(ByteBuffer from) {
        var bytes = new byte[from.getInt()];
        from.get(bytes);
        return bytes;
    }

    /** Records that a key is set or removed by the command that is running. */
    void record(String table, byte[] key, byte @Nullable [] value) {
        record(table, value == null ? 'r' : 'p', key, value);
    }

    /** Records that a table is dropped by the command that is running. */
    void record(String table) {
        record(table, 'd', null, null);
    }

    private void record(String table, char kind, byte @Nullable [] key, byte @Nullable [] value) {
        var out = new DataOutputStream(command);
        try {
            write(out, table.getBytes(StandardCharsets.UTF_8));
            out.writeByte(kind);
            write(out, key);
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes != null) {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Drops what the running command has recorded. */
    void forget() {
        command.reset();
    }

    /** Ends the running command: it goes to the disk with the next batch. */
    void append() {
        if (command.size() == 0) {
            return;
        }
        lastWrite = System.nanoTime();
        synchronized (monitor) {
            batch.writeBytes(command.toByteArray());
            appended++;
            monitor.notifyAll();
        }
        command.reset();
    }

    void whenDurable(Runnable action) {
        synchronized (monitor) {
            if (durable < appended) {
                waiting.add(new Waiting(appended, action));
                return;
            }
        }
        action.run();
    }

    private void commitAlways() {
        try {
            boolean more;
            do {
                more = commitOnce();
            } while (more);
        } catch (IOException | RuntimeException e) {
            failure.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean commitOnce() throws IOException, InterruptedException {
        ByteArrayOutputStream commands;
        long upTo;
        synchronized (monitor) {
            while (batch.size() == 0 && !closing) {
                monitor.wait();
            }
            if (batch.size() == 0) {
                return false;
            }
            commands = batch;
            batch = new ByteArrayOutputStream(commands.size());
            upTo = appended;
        }
        synchronized (logMonitor) {
            log.write(ByteBuffer.wrap(commands.toByteArray()));
        }
        answer(upTo);
        return true;
    }

    private void answer(long upTo) {
        List<Waiting> ready = new ArrayList<>();
        synchronized (monitor) {
            durable = upTo;
            List<Waiting> later = new ArrayList<>();
            for (var each : waiting) {
                (each.command() <= upTo ? ready : later).add(each);
            }
            waiting = later;
        }
        ready.forEach(each -> each.action().run());
    }

    private void checkpointAlways() {
        try {
            while (!closedWithinTick()) {
                boolean quiet = System.nanoTime() - lastWrite > QUIET_NANOS;
                if (log.length() > (quiet ? 0 : CHECKPOINT_BYTES)) {
                    checkpoint();
                }
            }
        } catch (IOException | RuntimeException e) {
            failure.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean closedWithinTick() throws InterruptedException {
        synchronized (ticking) {
            if (!closing) {
                ticking.wait(TICK_MILLIS);
            }
            return closing;
        }
    }

    /**
     * Lets the tables take over what is in the log. The log is changed first, so that the first commit holds at least all
     * of the old one; changes that it holds beyond that are in the new log too, and setting them again is harmless.
     */
    private synchronized void checkpoint() throws IOException {
        var next = CommandLog.create(log(file, logNumber + 1));
        CommandLog old;
        synchronized (logMonitor) {
            old = log;
            log = next;
            logNumber++;
        }
        store.commit();
        state.put(FIRST_LOG, logNumber);
        store.commit();
        store.sync();
        old.delete();
    }

    long size() {
        synchronized (logMonitor) {
            return log.length();
        }
    }

    /** Writes what is waiting, answers it, and leaves the tables complete with an empty log. */
    void close() {
        synchronized (monitor) {
            closing = true;
            monitor.notifyAll();
        }
        synchronized (ticking) {
            ticking.notifyAll();
        }
        try {
            committer.join();
            checkpointer.join();
            if (!failure.isCompletedExceptionally()) {
                checkpoint();
            }
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
