package news.kiosque.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import com.mongodb.MongoException;
import news.kiosque.standalone.backup.MakeBackup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that a running suite keeps into one file. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = {
        "Write all that a running suite keeps into one file: articles with their history, sections, pictures, notices, the",
        "ledger of choices, and the keys. The newsroom goes on working. The file appears when it is whole; it is a secret."})
final class Backup implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file, in place of one that is there.")
    private Path file = Path.of("");

    @Option(names = "--mongodb-uri", paramLabel = "URI", description = "The suite's store, where it is not one of its own.")
    private @Nullable String mongodbUri;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new CannotDo(file + " is a folder: name a file in it");
        }
        var begun = Instant.now();
        try {
            new MakeBackup(data.folder(), store()).into(file, System.out::println);
        } catch (MongoException e) {
            throw new CannotDo("the store could not be read: " + e.getMessage() + "; there is no new backup");
        } catch (IOException e) {
            throw new CannotDo(file + " could not be written: " + e + "; there is no new backup");
        }
        System.out.printf(
                """
                        %n%s: %,d bytes in %,d s.
                        It holds the keys of the suite and of its readers' choices, so only you may read it: keep it as safe as the
                        data folder. 'kiosque restore' makes a suite of it.
                        """,
                file, Files.size(file), Duration.between(begun, Instant.now()).toSeconds());
        return 0;
    }

    /** The embedded server and a replica set of one are both reached directly. */
    private String store() throws IOException {
        if (mongodbUri != null) {
            return mongodbUri;
        }
        return data.running().processes().stream().filter(process -> process.name().equals("mongo"))
                .filter(process -> process.pid() != null)
                .map(process -> "mongodb://127.0.0.1:" + process.port() + "/?directConnection=true").findFirst()
                .orElseThrow(() -> new CannotDo(
                        "this suite runs no store of its own: say where it is with --mongodb-uri"));
    }
}
