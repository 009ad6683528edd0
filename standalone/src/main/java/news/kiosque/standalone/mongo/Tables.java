package news.kiosque.standalone.mongo;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/**
 * The MVStore with the tables. It commits and compacts when it is told to and never by itself, so that what lies on the
 * disk is always the state between two commands.
 */
final class Tables {

    private static final int NEVER_MILLIS = Integer.MAX_VALUE;
    private static final int PAGE_BYTES = 4096;
    private static final int RETENTION_MILLIS = 5000;
    private static final int LIVE_AT_REST = 85;
    private static final int MOST_ROUNDS_AT_THE_END = 3;
    /** What is written by one commit lies together, and is moved together. */
    private static final int REWRITTEN_BYTES = 6 << 20;
    private static final int MOVED_BYTES = 8 << 20;
    private static final String LOG = "first-log";

    static {
        // Where tests run with assertions, one on where chunks are likely to be moved stops the store for no reason.
        Tables.class.getClassLoader().setPackageAssertionStatus("org.h2.mvstore", false);
    }

    private final Path file;
    private final MVStore store;
    private final MVMap<String, Long> state;

    private Tables(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.state = store.openMap("journal");
    }

    static Tables open(Path file, int cacheMegabytes, CompletableFuture<Void> failure) {
        try {
            var store = new MVStore.Builder().fileName(file.toString()).cacheSize(cacheMegabytes)
                    .pageSplitSize(PAGE_BYTES).compress().autoCommitDisabled().autoCommitBufferSize(0)
                    .backgroundExceptionHandler((thread, reason) -> failure.completeExceptionally(reason)).open();
            // Without a delay there would be no threads that write in the background what a commit has begun.
            store.setAutoCommitDelay(NEVER_MILLIS);
            store.setRetentionTime(RETENTION_MILLIS);
            store.setVersionsToKeep(0);
            return new Tables(file, store);
        } catch (MVStoreException e) {
            throw unreadable(file, e);
        }
    }

    private static RuntimeException unreadable(Path file, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> new StoreUnavailable(file, "another process has it open", e);
            case DataUtils.ERROR_WRITING_FAILED -> new StoreUnavailable(file, "it cannot be written", e);
            case DataUtils.ERROR_CLOSED -> new StoreUnavailable(file, "it is closed", e);
            default -> new StoreUnreadable(file, e.getMessage(), e);
        };
    }

    MVMap<byte[], byte[]> open(String name) {
        return store.openMap(name, new MVMap.Builder<byte[], byte[]>().keyType(CheckedBytes.INSTANCE)
                .valueType(CheckedBytes.INSTANCE));
    }

    void remove(String name) {
        if (store.hasMap(name)) {
            store.removeMap(name);
        }
    }

    List<String> names(String prefix) {
        return store.getMapNames().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    /** Gives what the query gives, while all that it sees stays readable. */
    <T> T read(Supplier<T> query) {
        var usage = store.registerVersionUsage();
        try {
            return query.get();
        } catch (MVStoreException e) {
            throw unreadable(file, e);
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    /** The log from which on the tables may lack something, or -1 when there was never one. */
    long firstLog() {
        return state.getOrDefault(LOG, -1L);
    }

    /** Begins to bring all that is in the tables now to the disk, as what comes before this log. */
    void beginCommit(long nextLog) {
        state.put(LOG, nextLog);
        while (store.tryCommit() < 0) {
            if (store.isClosed()) {
                throw new StoreUnavailable(file, "it is closed", store.getPanicException());
            }
            Thread.onSpinWait();
        }
    }

    /** Returns when what was begun is on the disk. */
    void finishCommit() {
        store.executeFilestoreOperation(() -> {});
        store.sync();
    }

    /** Unsaved memory in bytes. */
    int unsaved() {
        return store.getUnsavedMemory();
    }

    /** The share, in percent, of what was written and is not free yet that is not outdated. */
    int live() {
        return file().getChunksFillRate();
    }

    /** The share of the file, in percent, that is not free. */
    int occupied() {
        return file().getFillRate();
    }

    /** Writes anew what is not outdated of some of the oldest, so that their space is free after the next commit. */
    boolean rewrite() {
        return store.compact(100, REWRITTEN_BYTES);
    }

    /** Moves some of the data to where the file has room, and shortens it; commits. */
    void shorten() {
        if (file() instanceof RandomAccessStore movable) {
            movable.compactMoveChunks(100, MOVED_BYTES, store);
        }
    }

    private FileStore<?> file() {
        return store.getFileStore();
    }

    /** Bytes on the disk. */
    long size() {
        return file().size();
    }

    /** Nobody reads any more, so that what is outdated can be overwritten at once. */
    void close() {
        store.setRetentionTime(0);
        // The store rewrites nothing that the last commit has written, and frees nothing before the next one.
        for (int i = 0; i < MOST_ROUNDS_AT_THE_END && live() < LIVE_AT_REST; i++) {
            commit();
            rewrite();
            commit();
        }
        for (int i = 0; i < MOST_ROUNDS_AT_THE_END && occupied() < LIVE_AT_REST; i++) {
            commit();
            shorten();
        }
        store.close();
    }

    private void commit() {
        beginCommit(firstLog());
        finishCommit();
    }

    /** Leaves the file as the last commit has left it. */
    void abandon() {
        store.closeImmediately();
    }
}
