package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.exception.MongoServerException;
import org.jspecify.annotations.Nullable;

/**
 * The tables on disk: one command changes them at a time, and is kept as a whole.
 *
 * <p>See docs/adr/0004-embedded-store.md.
 */
final class StoreFile implements AutoCloseable {

    private static final int MOST_CHANGED_BYTES = 48 << 20;
    private static final int MOST_UNSAVED_BYTES = 16 << 20;

    private final Tables tables;
    private final GroupCommit commit;
    private final Checkpoints checkpoints;
    private final ConcurrentMap<String, Table> opened = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Changes changes = new Changes();
    private final Undo undo = new Undo();
    private final CompletableFuture<Void> failure;

    private StoreFile(Path file, Tables tables, CompletableFuture<Void> failure) throws IOException {
        this.tables = tables;
        this.failure = failure;
        var logs = new LogFiles(file);
        long first = tables.firstLog();
        if (first < 0) {
            logs.removeUnfinishedStart();
        }
        long next = first < 0 ? 0 : logs.replay(first, this::replay);
        var log = CommandLog.create(logs.file(next));
        tables.beginCommit(next);
        tables.finishCommit();
        logs.removeBefore(next);
        this.commit = new GroupCommit(log, this::fail);
        this.checkpoints = new Checkpoints(logs, next, tables, commit, writing, this::fail);
    }

    /**
     * Opens the store, making it when it is missing, and brings it up to the last acknowledged command.
     *
     * @throws StoreUnreadable when it is damaged or lacks acknowledged work
     * @throws StoreUnavailable when it cannot be opened or written
     */
    static StoreFile open(Path file, int cacheMegabytes) {
        Tables tables = null;
        try {
            new LogFiles(file).refuseWithoutStore();
            var failure = new CompletableFuture<Void>();
            tables = Tables.open(file, cacheMegabytes, failure);
            return new StoreFile(file, tables, failure);
        } catch (IOException e) {
            abandon(tables);
            throw new StoreUnavailable(file, "its log cannot be read or written", e);
        } catch (RuntimeException e) {
            abandon(tables);
            throw e;
        }
    }

    private static void abandon(@Nullable Tables tables) {
        if (tables != null) {
            tables.abandon();
        }
    }

    private void fail(Throwable reason) {
        failure.completeExceptionally(reason);
    }

    private void replay(String name, byte @Nullable [] key, byte @Nullable [] value) {
        if (key != null) {
            table(name).restore(key, value);
        } else {
            opened.remove(name);
            tables.remove(name);
        }
        if (tables.unsaved() > MOST_UNSAVED_BYTES) {
            tables.beginCommit(tables.firstLog());
            tables.finishCommit();
        }
    }

    Table table(String name) {
        return opened.computeIfAbsent(name, n -> new Table(this, tables.open(n)));
    }

    /** The names of the tables that begin so. */
    List<String> tableNames(String prefix) {
        return tables.names(prefix);
    }

    void drop(String name) {
        opened.remove(name);
        tables.remove(name);
        changes.drop(name);
        undo.noteDrop();
    }

    /** Runs the command alone among writers; unless it fails unexpectedly, its changes are kept together. */
    <T> T write(Supplier<T> command) {
        checkpoints.awaitRoom();
        writing.lock();
        try {
            commit.begin();
            return run(command);
        } finally {
            undo.forget();
            commit.end(changes.take());
            writing.unlock();
        }
    }

    private <T> T run(Supplier<T> command) {
        try {
            return read(command);
        } catch (MongoServerException refused) {
            throw refused;
        } catch (RuntimeException | Error unexpected) {
            takeBack();
            throw unexpected;
        }
    }

    /** What cannot be taken back in memory ends the store: the log does not have it, so it is not there afterwards. */
    private void takeBack() {
        changes.forget();
        try {
            undo.takeBack();
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Runs the query while everything that it sees stays readable. */
    <T> T read(Supplier<T> query) {
        return tables.read(query);
    }

    void changed(Table table, byte[] key, byte @Nullable [] value, byte @Nullable [] old) {
        if (!writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a table is changed outside of a command");
        }
        undo.note(table, key, old);
        changes.set(table.name(), key, value);
        if (changes.size() > MOST_CHANGED_BYTES) {
            throw new ChangeTooLarge(MOST_CHANGED_BYTES);
        }
    }

    /** Runs the action when all commands that have ended so far are on the disk. */
    void whenEndedIsDurable(Runnable action) {
        commit.whenEndedIsDurable(action);
    }

    /** Runs the action when all that a query can have seen so far is on the disk. */
    void whenSeenIsDurable(Runnable action) {
        commit.whenSeenIsDurable(action);
    }

    /** Ends exceptionally when the disk no longer takes what is written; what was not acknowledged then is not kept. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Bytes on disk. */
    long size() {
        return tables.size() + commit.logLength();
    }

    /** Writes what is waiting and leaves the tables complete; after a failure, it leaves the disk as it is. */
    @Override
    public void close() {
        try {
            commit.stop();
            boolean sound = !failure.isCompletedExceptionally();
            checkpoints.close(sound);
            commit.close();
            if (sound) {
                tables.close();
            } else {
                tables.abandon();
            }
        } catch (IOException e) {
            fail(e);
            tables.abandon();
        } catch (InterruptedException e) {
            tables.abandon();
            Thread.currentThread().interrupt();
        }
    }
}
