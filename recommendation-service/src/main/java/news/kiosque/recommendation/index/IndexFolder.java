package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an index lies: beside others, under a name that changes with whatever would change what is in it. */
public final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private IndexFolder() {}

    /**
     * Opens the index of this analysis, empty where there is none or what is there cannot be read: the topic fills it
     * again.
     *
     * @param data the service's folder
     */
    public static LuceneIndex open(Path data) {
        Path folder = data.resolve("index").resolve(name());
        try {
            Files.createDirectories(folder);
            return new LuceneIndex(new MMapDirectory(folder));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index in {} cannot be read and is built anew: {}", folder, e.toString());
            return anew(folder);
        }
    }

    /** The hash of what the analysis is. */
    static String name() {
        return HexFormat.of()
                .toHexDigits(TermBag.id("analysis " + Analysis.VERSION + ", profile " + ProfileCodec.VERSION));
    }

    private static LuceneIndex anew(Path folder) {
        try {
            List<Path> content;
            try (Stream<Path> files = Files.walk(folder)) {
                content = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : content) {
                Files.delete(file);
            }
            Files.createDirectories(folder);
            return new LuceneIndex(new MMapDirectory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("No index can be kept in " + folder, e);
        }
    }
}
