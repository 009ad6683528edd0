package news.kiosque.standalone.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all processes say: one stream {@code name | line} on the console and in {@code kiosque.log}, and a file each. */
public final class Journal implements AutoCloseable {
    private static final long LIMIT = 10L << 20;
    private static final int WIDTH = "recommendation-service".length();
    private static final int FIRST_COLOUR = 31;
    private static final int COLOURS = 6;
    /** The launcher's own lines. */
    public static final String LAUNCHER = "kiosque";

    private final Path folder;
    private final PrintStream console;
    private final boolean coloured;
    private final boolean onlyLauncher;
    private final LogFile all;
    private final Map<String, LogFile> files = new ConcurrentHashMap<>();

    /** @param onlyLauncher the console shows the launcher's lines and keeps silent about the others */
    public Journal(Path folder, PrintStream console, boolean coloured, boolean onlyLauncher) throws IOException {
        this.folder = folder;
        this.console = console;
        this.coloured = coloured;
        this.onlyLauncher = onlyLauncher;
        this.all = new LogFile(folder.resolve("kiosque.log"), LIMIT);
    }

    /** A line of progress. */
    public void say(String line) {
        record(LAUNCHER, line);
    }

    /** A line of a process. */
    public void record(String name, String line) {
        var padded = name + " ".repeat(Math.max(0, WIDTH - name.length()));
        all.write(padded + " | " + line);
        if (!name.equals(LAUNCHER)) {
            files.computeIfAbsent(name, this::open).write(line);
        }
        if (name.equals(LAUNCHER) || !onlyLauncher) {
            console.println(coloured
                    ? "\u001b[" + colour(name) + "m" + padded + " |\u001b[0m " + line
                    : padded + " | " + line);
        }
    }

    @Override
    public void close() throws IOException {
        all.close();
        for (var file : files.values()) {
            file.close();
        }
    }

    private static String colour(String name) {
        return name.equals(LAUNCHER) ? "1" : String.valueOf(FIRST_COLOUR + Math.floorMod(name.hashCode(), COLOURS));
    }

    private LogFile open(String name) {
        try {
            return new LogFile(folder.resolve(name + ".log"), LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
