package news.kiosque.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import news.kiosque.standalone.suite.DataFolder;
import org.jspecify.annotations.Nullable;

/** Makes a suite of a backup, that begins an epoch of its own: whatever was told after the backup counts no more. */
public final class RestoreBackup {
    private final BackupReader backup;
    private final Survey survey = new Survey();

    private RestoreBackup(BackupReader backup) {
        this.backup = backup;
    }

    /** @throws NotABackup when the file is none, is of a later version, was cut short or was changed */
    public static RestoreBackup of(Path file) throws IOException {
        var restore = new RestoreBackup(BackupReader.of(file));
        restore.backup.read(restore.survey);
        restore.survey.manifest();
        return restore;
    }

    public Manifest manifest() {
        return survey.manifest();
    }

    /**
     * Looks, before anything is written, whether nobody is where the backup is to be put.
     *
     * @param store one that is there already
     * @param kafka bootstrap servers of a Kafka that is there already
     * @throws NotEmpty when the store has something
     * @throws StillRunning when services of a suite read there
     */
    public static void requireFree(@Nullable String store, @Nullable String kafka) {
        if (store != null) {
            try (var client = Connection.to(store)) {
                requireEmpty(client, store);
            }
        }
        if (kafka != null) {
            new OutlivingTopics(kafka).awaitNobody();
        }
    }

    private static void requireEmpty(MongoClient client, String store) {
        var full = StoreFill.full(client);
        if (!full.isEmpty()) {
            throw new NotEmpty("the store at " + store + " is not empty, it has " + full);
        }
    }

    /**
     * Puts everything back.
     *
     * @param store an empty one
     * @param kafka bootstrap servers of a Kafka that has outlived the store; null when it begins empty
     * @param progress is told what is done
     * @return the epoch that begins
     * @throws NotEmpty when the store has something
     */
    public long into(DataFolder data, String store, @Nullable String kafka, Consumer<String> progress)
            throws IOException {
        var now = Instant.now();
        var epoch = manifest().next(now);
        try (var client = Connection.to(store)) {
            requireEmpty(client, store);
            var topics = kafka == null ? null : new OutlivingTopics(kafka);
            if (topics != null) {
                topics.awaitNobody();
                survey.areErased(topics.erased());
            }
            var documents = new StoreFill(client, new Restoration(survey, epoch),
                    (part, count) -> progress.accept(MakeBackup.line(part, count)));
            backup.read(documents);
            backup.read(new FolderFill(data));
            if (topics != null) {
                progress.accept("%,d articles and notices that are not in the backup taken off Kafka"
                        .formatted(topics.forget(survey, now)));
            }
            documents.begin(now);
        }
        return epoch;
    }
}
