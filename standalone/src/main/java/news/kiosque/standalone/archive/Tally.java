package news.kiosque.standalone.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What became of the lines so far; the rejected ones are written to a file, which is made with the first of them. */
public final class Tally implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private @Nullable BufferedWriter rejected;

    /** @param file for the rejected lines; what is left there of an earlier run is removed */
    public Tally(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    /** @param status as the API says it */
    synchronized void count(String status) {
        counts.merge(status, 1L, Long::sum);
    }

    synchronized void reject(long line, @Nullable String id, String reason) {
        count("rejected");
        var words = new LinkedHashMap<String, Object>();
        words.put("line", line);
        if (id != null) {
            words.put("id", id);
        }
        words.put("reason", reason);
        try {
            if (rejected == null) {
                rejected = Files.newBufferedWriter(file);
            }
            rejected.write(JSON.writeValueAsString(words));
            rejected.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** How many had this status. */
    public synchronized long of(String status) {
        return counts.getOrDefault(status, 0L);
    }

    public synchronized long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The file with the rejected lines. */
    public Path file() {
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        if (rejected != null) {
            rejected.close();
        }
    }
}
