package news.kiosque.standalone.command;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;

import news.kiosque.standalone.archive.ArchiveInput;
import news.kiosque.standalone.archive.ArchiveSender;
import news.kiosque.standalone.archive.Progress;
import news.kiosque.standalone.archive.Tally;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an archive into a running suite. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
        "Bring an archive into a running suite: JSON Lines, plain or gzip, an article a line.",
        "Again, it changes nothing but what was corrected; broken off, it goes on where it was.",
        "Exits with 0 when all lines are in, with 3 when some were rejected, with 1 when it could not end."})
final class Import implements Callable<Integer> {
    private static final int SOME_REJECTED = 3;
    private static final String STANDARD_INPUT = "-";

    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "The file; - or nothing for standard input.")
    private String path = STANDARD_INPUT;

    @Option(names = "--source", paramLabel = "NAME", defaultValue = "archive", description = "Whose archive it is, where several have ids of their own (default: ${DEFAULT-VALUE}).")
    private String source = "archive";

    @Option(names = "--rejected", paramLabel = "FILE", description = "Where to write which lines were rejected and why (default: NAME.rejected.jsonl here).")
    private @Nullable Path rejected;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "2", description = "How many parcels of 128 lines may be on their way (default: ${DEFAULT-VALUE}).")
    private int atOnce;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!source.matches("[a-z0-9][a-z0-9-]{0,39}") || atOnce < 1 || atOnce > 32) {
            throw new CannotDo("--source is of a to z, 0 to 9 and hyphens, and --at-once from 1 to 32");
        }
        var console = System.console();
        var progress = new Progress(System.err, console != null && console.isTerminal(), System::nanoTime);
        try (var archive = input(); var client = suite.client(Role.editor); var tally = new Tally(rejections())) {
            try {
                new ArchiveSender(client, source, atOnce, tally).send(archive, progress);
            } catch (SuiteRefused | EOFException | ZipException e) {
                progress.end();
                sum(tally, progress);
                throw new CannotDo("the import broke off: " + (e instanceof SuiteRefused
                        ? e.getMessage()
                        : "the gzip file is damaged or not whole (" + e.getMessage() + ")")
                        + "; run it again to go on");
            }
            progress.end();
            sum(tally, progress);
            return tally.of("rejected") == 0 ? 0 : SOME_REJECTED;
        }
    }

    private ArchiveInput input() throws IOException {
        if (path.equals(STANDARD_INPUT)) {
            return ArchiveInput.of(System.in);
        }
        var file = Path.of(path);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotDo("there is no file to read at " + path);
        }
        return ArchiveInput.of(file);
    }

    private Path rejections() {
        var name = path.equals(STANDARD_INPUT) ? "import" : String.valueOf(Path.of(path).getFileName());
        return rejected == null ? Path.of(name + ".rejected.jsonl") : rejected;
    }

    private static void sum(Tally tally, Progress progress) throws IOException {
        tally.close();
        System.out.printf("%,d lines in %.0f s (%,.0f/s): %,d created, %,d revised, %,d unchanged, %,d rejected%n",
                tally.all(), progress.seconds(), tally.all() / progress.seconds(), tally.of("created"),
                tally.of("revised"), tally.of("unchanged"), tally.of("rejected"));
        if (tally.of("rejected") > 0) {
            System.out.println("Which were rejected, and why: " + tally.file());
        }
    }
}
