package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The numbered logs beside a store file: from one that the store names, all that its tables may lack. */
final class LogFiles {

    private final Path store;

    LogFiles(Path store) {
        this.store = store;
    }

    Path file(long number) {
        return store.resolveSibling(store.getFileName() + ".log." + number);
    }

    /** A log without its store file is a store whose file was lost, not a new one. */
    void refuseWithoutStore() throws IOException {
        if (!Files.exists(store) && !all().isEmpty()) {
            throw new StoreUnreadable(store, "it is missing although its log is there", null);
        }
    }

    /** What a start has left that was killed before it had made a store. */
    void removeUnfinishedStart() throws IOException {
        for (var log : all().values()) {
            CommandLog.read(store, log, true, batch -> {
                throw new StoreUnreadable(store, "it is empty although its log " + log.getFileName() + " is not", null);
            });
            Files.delete(log);
        }
    }

    /**
     * Gives all batches in their order, from a log on.
     *
     * @return the number of the first log that there is not
     */
    long replay(long first, Changes.Replay replay) throws IOException {
        if (!Files.exists(file(first))) {
            throw new StoreUnreadable(store, "its log " + file(first).getFileName()
                    + " is missing, or the file fell back to an earlier state", null);
        }
        long next = first;
        while (Files.exists(file(next))) {
            CommandLog.read(store, file(next), nothingBehind(next), batch -> Changes.replay(batch, replay));
            next++;
        }
        return next;
    }

    /** The next log is made before the last batch of this one is complete, and written to afterwards. */
    private boolean nothingBehind(long number) throws IOException {
        for (long later = number + 1; Files.exists(file(later)); later++) {
            if (!CommandLog.isEmpty(file(later))) {
                return false;
            }
        }
        return true;
    }

    /** What a kill has left behind after the tables had taken it over. */
    void removeBefore(long number) throws IOException {
        for (var log : all().headMap(number).values()) {
            Files.delete(log);
        }
    }

    private TreeMap<Long, Path> all() throws IOException {
        var beginning = store.getFileName() + ".log.";
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(store.toAbsolutePath().getParent(), beginning + "*")) {
            files.forEach(found::add);
        }
        var logs = new TreeMap<Long, Path>();
        found.forEach(log -> logs.put(Long.valueOf(log.getFileName().toString().substring(beginning.length())), log));
        return logs;
    }
}
