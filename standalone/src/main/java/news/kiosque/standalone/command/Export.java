package news.kiosque.standalone.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

import news.kiosque.standalone.archive.ArchiveFetcher;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all live articles of a running suite as an archive. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Write all live articles of a running suite as JSON Lines, in the shape that import reads.",
        "What was imported comes out as it came in. A file appears when it is whole."})
final class Export implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "PATH", description = "The file, gzip when it ends in .gz; nothing for standard output.")
    private @Nullable Path path;

    @Override
    public Integer call() throws IOException {
        try (var client = suite.client(Role.reporter)) {
            if (path == null) {
                var out = new BufferedOutputStream(System.out);
                new ArchiveFetcher(client).fetch(out);
                out.flush();
            } else {
                System.out.printf("%,d articles in %s%n", write(client, path), path);
            }
            return 0;
        } catch (SuiteRefused e) {
            throw new CannotDo("the export broke off: " + e.getMessage());
        }
    }

    private static long write(SuiteClient client, Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            long count;
            try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(unfinished));
                    var out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                count = new ArchiveFetcher(client).fetch(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
