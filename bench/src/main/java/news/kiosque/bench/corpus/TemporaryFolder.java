package news.kiosque.bench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Disk for the length of one measurement. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path root;

    public TemporaryFolder() throws IOException {
        this.root = Files.createTempDirectory("kiosque-bench");
    }

    public Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        List<Path> content;
        try (Stream<Path> paths = Files.walk(root)) {
            content = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.delete(path);
        }
    }
}
