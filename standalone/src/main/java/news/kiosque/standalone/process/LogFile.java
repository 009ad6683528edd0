package news.kiosque.standalone.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of lines that becomes {@code NAME.1}, and that {@code NAME.2}, when it has grown to its limit. */
public final class LogFile implements AutoCloseable {
    private static final int KEPT = 3;

    private final Path file;
    private final long limit;
    private OutputStream out;
    private long size;

    public LogFile(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = open();
    }

    /** Writes the line and hands it to the system at once; a full disk costs the line, not the suite. */
    public synchronized void write(String line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (size > 0 && size + bytes.length > limit) {
                rotate();
            }
            out.write(bytes);
            size += bytes.length;
        } catch (IOException e) {
            System.err.println("Not logged to " + file + " (" + e.getMessage() + "): " + line);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private void rotate() throws IOException {
        out.close();
        for (int age = KEPT - 1; age >= 1; age--) {
            var younger = age == 1 ? file : Path.of(file + "." + (age - 1));
            if (Files.exists(younger)) {
                Files.move(younger, Path.of(file + "." + age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out = open();
    }

    private OutputStream open() throws IOException {
        size = Files.exists(file) ? Files.size(file) : 0;
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
