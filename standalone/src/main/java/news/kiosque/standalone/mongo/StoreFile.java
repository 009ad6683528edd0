package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.exception.MongoServerException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * The tables on disk: one command changes them at a time, and is kept as a whole.
 *
 * <p>See docs/adr/0004-embedded-store.md.
 */
final class StoreFile implements AutoCloseable {

    private static final int WRITE_BUFFER_KB = 4096;
    private static final int PAGE_BYTES = 4096;
    private static final int RETENTION_MILLIS = 5000;
    private static final int LAST_COMPACTION_MILLIS = 2000;

    static {
        // Where tests run with assertions, one on where chunks are likely to be moved stops the store for no reason.
        StoreFile.class.getClassLoader().setPackageAssertionStatus("org.h2.mvstore", false);
    }

    private final Path file;
    private final MVStore store;
    private final Journal journal;
    private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final List<Change> changes = new ArrayList<>();
    private final CompletableFuture<Void> failure;

    private record Change(Table table, byte[] key, byte @Nullable [] old) {}

    private StoreFile(MVStore store, Path file, CompletableFuture<Void> failure) throws IOException {
        this.file = file;
        this.store = store;
        this.failure = failure;
        this.journal = Journal.open(file, store, this::replay, failure);
    }

    /** Opens the store, making it when it is missing, and brings it up to the last acknowledged command. */
    static StoreFile open(Path file, int cacheMegabytes) {
        var failure = new CompletableFuture<Void>();
        MVStore store = null;
        try {
            Journal.refuseLogWithoutStore(file);
            store = new MVStore.Builder().fileName(file.toString()).cacheSize(cacheMegabytes).pageSplitSize(PAGE_BYTES)
                    .autoCommitBufferSize(WRITE_BUFFER_KB)
                    .backgroundExceptionHandler((thread, reason) -> failure.completeExceptionally(reason)).open();
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            return new StoreFile(store, file, failure);
        } catch (IOException e) {
            abandon(store);
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            abandon(store);
            throw new StoreUnreadable(file, e.getMessage(), e);
        } catch (RuntimeException e) {
            abandon(store);
            throw e;
        }
    }

    private static void abandon(@Nullable MVStore store) {
        if (store != null) {
            store.closeImmediately();
        }
    }

    Table table(String name) {
        return tables.computeIfAbsent(name, n -> new Table(this, openMap(n)));
    }

    private MVMap<byte[], byte[]> openMap(String name) {
        return store.openMap(name, new MVMap.Builder<byte[], byte[]>().keyType(ByteArrayDataType.INSTANCE)
                .valueType(CheckedBytes.INSTANCE));
    }

    /** The names of the tables that begin so. */
    List<String> tableNames(String prefix) {
        return store.getMapNames().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    void drop(String name) {
        tables.remove(name);
        store.removeMap(name);
        journal.record(name);
    }

    /** Runs the command alone among writers; unless it fails unexpectedly, its changes are kept together. */
    <T> T write(Supplier<T> command) {
        writing.lock();
        try {
            return read(command);
        } catch (MongoServerException refused) {
            throw refused;
        } catch (RuntimeException | Error unexpected) {
            for (var change : changes.reversed()) {
                change.table().restore(change.key(), change.old());
            }
            journal.forget();
            throw unexpected;
        } finally {
            changes.clear();
            journal.append();
            writing.unlock();
        }
    }

    /** Runs the query while everything that it sees stays readable. */
    <T> T read(Supplier<T> query) {
        var usage = store.registerVersionUsage();
        try {
            return query.get();
        } catch (MVStoreException e) {
            throw new StoreUnreadable(file, e.getMessage(), e);
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    void changed(Table table, byte[] key, byte @Nullable [] value, byte @Nullable [] old) {
        if (!writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a table is changed outside of a command");
        }
        changes.add(new Change(table, key, old));
        journal.record(table.name(), key, value);
    }

    private void replay(String name, byte @Nullable [] key, byte @Nullable [] value) {
        if (key != null) {
            table(name).restore(key, value);
        } else if (store.hasMap(name)) {
            tables.remove(name);
            store.removeMap(name);
        }
    }

    /** Runs the action when all commands that have ended so far are on the disk. */
    void whenDurable(Runnable action) {
        journal.whenDurable(action);
    }

    /** Ends exceptionally when the disk no longer takes what is written; what was not acknowledged then is not kept. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Bytes on disk. */
    long size() {
        return store.getFileStore().size() + journal.size();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            journal.close();
            if (!store.isClosed()) {
                store.close(LAST_COMPACTION_MILLIS);
            }
        } finally {
            writing.unlock();
        }
    }
}
