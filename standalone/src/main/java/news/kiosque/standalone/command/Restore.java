package news.kiosque.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import com.mongodb.MongoException;
import news.kiosque.standalone.backup.NotABackup;
import news.kiosque.standalone.backup.NotEmpty;
import news.kiosque.standalone.backup.RestoreBackup;
import news.kiosque.standalone.backup.StillRunning;
import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.suite.CannotStart;
import news.kiosque.standalone.suite.DataFolder;
import news.kiosque.standalone.suite.LoneStore;
import news.kiosque.standalone.suite.SuiteLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a suite of a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
        "Make a suite of a backup, in an empty data folder; 'kiosque up' then starts it, and indexes and related lists are",
        "computed anew. A file that is not a whole backup is refused before anything is written."})
final class Restore implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--mongod", paramLabel = "PATH", defaultValue = "${env:KIOSQUE_MONGOD}", description = "For a suite that runs this MongoDB server in place of the embedded one.")
    private @Nullable Path mongod;

    @Option(names = "--mongodb-uri", paramLabel = "URI", description = "For a suite that uses the MongoDB that is there; its databases articles and consent must be empty.")
    private @Nullable String mongodbUri;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "For a suite that uses the Kafka that is there: what it tells of and the backup does not have is taken back.")
    private @Nullable String kafka;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = data.folder();
        requireEmpty(folder);
        var backup = backup();
        requireFree();
        folder.make();
        var lock = SuiteLock.take(folder);
        if (lock.isEmpty()) {
            throw new CannotDo("another launcher is at work in " + folder.root());
        }
        try (var held = lock.get()) {
            Files.createFile(folder.unfinishedRestore());
            var epoch = restore(backup, folder);
            Files.delete(folder.unfinishedRestore());
            System.out.printf("%n%s holds what was backed up at %s, in epoch %d. Start it with 'kiosque up%s'.%n",
                    folder.root(), backup.manifest().madeAt(), epoch,
                    folder.equals(DataOption.ofTheClone()) ? "" : " --data " + folder.root());
        }
        return 0;
    }

    private RestoreBackup backup() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotDo("there is no file to read at " + file);
        }
        try {
            return RestoreBackup.of(file);
        } catch (NotABackup e) {
            throw new CannotDo(file + " cannot be restored: " + e.getMessage() + ". Nothing was written.");
        }
    }

    private static void requireEmpty(DataFolder folder) throws IOException {
        if (!folder.isEmpty()) {
            throw new CannotDo(folder.root() + " is not empty: restore into an empty folder (--data DIR), or move this"
                    + " one away first. Nothing was written.");
        }
    }

    private void requireFree() {
        try {
            RestoreBackup.requireFree(mongodbUri, kafka);
        } catch (NotEmpty | StillRunning | MongoException | IllegalStateException e) {
            throw new CannotDo("the backup cannot be restored: " + e.getMessage() + ". Nothing was written.");
        }
    }

    private long restore(RestoreBackup backup, DataFolder folder) throws IOException, InterruptedException {
        try {
            if (mongodbUri != null) {
                return backup.into(folder, mongodbUri, kafka, System.out::println);
            }
            try (var journal = new Journal(folder.logs(), System.out, false, true);
                    var store = LoneStore.start(mongod, folder, Installation.ofThisProcess(), journal)) {
                return backup.into(folder, store.uri(), kafka, System.out::println);
            }
        } catch (NotEmpty | StillRunning | NotABackup e) {
            throw brokenOff(e.getMessage(), folder);
        } catch (MongoException | CannotStart | IOException | IllegalStateException e) {
            throw brokenOff(String.valueOf(e), folder);
        }
    }

    private CannotDo brokenOff(String why, DataFolder folder) {
        return new CannotDo("the restore broke off: " + why + ". The suite in " + folder.root()
                + " cannot be used: delete the folder" + (mongodbUri == null
                        ? ""
                        : ", and whatever the restore has put into the databases articles and consent,")
                + " and restore again");
    }
}
