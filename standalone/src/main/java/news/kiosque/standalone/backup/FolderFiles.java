package news.kiosque.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.standalone.suite.DataFolder;

/** The files of a data folder that no database has and nobody can compute: published roots, keys, learned weights. */
record FolderFiles(DataFolder data) {
    private static final int CHUNK = 1 << 20;

    /** Before the databases: a root is published after its seal is stored, and a backup may not have one without its seal. */
    void write(BackupWriter backup) throws IOException {
        var consent = data.service("consent-service");
        for (var folder : List.of(consent, data.keys().folder(),
                data.service("recommendation-service").resolve("models"))) {
            for (var file : files(folder)) {
                if (!folder.equals(consent) || file.getFileName().toString().startsWith("ledger-")) {
                    write(file, backup);
                }
            }
        }
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
        backup.begin(Part.file(data.root().relativize(file).toString()));
        try (InputStream in = Files.newInputStream(file)) {
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                backup.item(chunk);
            }
        }
        backup.end();
    }
}
