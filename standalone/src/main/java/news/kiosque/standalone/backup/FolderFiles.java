package news.kiosque.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.standalone.suite.DataFolder;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The files of a data folder that no database has and nobody can compute: published roots, keys, learned weights. */
record FolderFiles(DataFolder data) {
    private static final int CHUNK = 1 << 20;
    private static final String WRAPPING_KEYS = "ledger-wrapping.key";

    /** Before the databases: a root is published after its seal is stored, and a backup may not have one without its seal. */
    void write(BackupWriter backup) throws IOException {
        var consent = data.service("consent-service");
        for (var folder : List.of(consent, data.keys().folder(),
                data.service("recommendation-service").resolve("models"))) {
            for (var file : files(folder)) {
                var name = file.getFileName().toString();
                if (folder.equals(consent) ? name.startsWith("ledger-") : !name.startsWith(WRAPPING_KEYS)) {
                    write(file, backup);
                }
            }
        }
    }

    /** A line a key; they change while a suite runs. */
    List<String> wrappingKeys() throws IOException {
        return Files.exists(wrappingFile()) ? Files.readAllLines(wrappingFile()) : List.of();
    }

    /**
     * After the databases: what was read of them lies under a key that is there now, or that was there before.
     *
     * @param before as they were before the databases were read
     */
    void writeWrappingKeys(List<String> before, BackupWriter backup) throws IOException {
        var all = new LinkedHashSet<>(wrappingKeys());
        all.addAll(before);
        if (!all.isEmpty()) {
            backup.begin(part(wrappingFile()));
            backup.item((String.join("\n", all) + "\n").getBytes(US_ASCII));
            backup.end();
        }
    }

    private Path wrappingFile() {
        return data.keys().folder().resolve(WRAPPING_KEYS);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".new")).sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Path file, BackupWriter backup) throws IOException {
        backup.begin(part(file));
        try (InputStream in = Files.newInputStream(file)) {
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                backup.item(chunk);
            }
        }
        backup.end();
    }

    private Part part(Path file) {
        return Part.file(data.root().relativize(file).toString());
    }
}
