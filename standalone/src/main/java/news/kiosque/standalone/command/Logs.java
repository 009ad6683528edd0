package news.kiosque.standalone.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes have said last. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show the last lines of all logs, or of one.")
final class Logs implements Callable<Integer> {
    private static final long POLL_MILLISECONDS = 300;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "One process only, by its name in the status.")
    private @Nullable String process;

    @Option(names = {"-n",
            "--lines"}, defaultValue = "100", description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = {"-f", "--follow"}, description = "Go on showing new lines until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var file = data.folder().logs().resolve((process == null ? "kiosque" : process) + ".log");
        if (!Files.exists(file)) {
            throw new CannotDo("there is no log " + file + "; the processes' names are in: kiosque status");
        }
        long seen = printLast(file);
        while (follow) {
            Thread.sleep(POLL_MILLISECONDS);
            seen = printFrom(file, seen);
        }
        return 0;
    }

    private long printLast(Path file) throws IOException {
        var last = new ArrayDeque<String>();
        long size = Files.size(file);
        try (var all = Files.lines(file, StandardCharsets.UTF_8)) {
            all.forEach(line -> {
                last.add(line);
                if (last.size() > lines) {
                    last.remove();
                }
            });
        }
        last.forEach(System.out::println);
        return size;
    }

    /** A file that has become shorter was put aside and begun anew. */
    private static long printFrom(Path file, long seen) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size == seen) {
            return seen;
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(size < seen ? 0 : seen);
            System.out.write(java.nio.channels.Channels.newInputStream(channel).readAllBytes());
            System.out.flush();
            return channel.position();
        }
    }
}
