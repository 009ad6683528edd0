package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an index lies: beside others, under a name that changes with whatever would change what is in it.
 *
 * @param folder of the index's files
 */
public record IndexFolder(Path folder) implements DirectorySource {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    /**
     * Opens the index of this analysis, empty where there is none or what is there cannot be read: the topic fills it
     * again.
     *
     * @param data the service's folder
     */
    public static LuceneIndex open(Path data) {
        IndexFolder place = new IndexFolder(data.resolve("index").resolve(name()));
        try {
            try {
                return new LuceneIndex(place);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The index in {} cannot be read and is built anew: {}", place.folder(), e.toString());
                place.wipe();
                return new LuceneIndex(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No index can be kept in " + place.folder(), e);
        }
    }

    /** The hash of what the analysis is. */
    static String name() {
        return HexFormat.of()
                .toHexDigits(TermBag.id("analysis " + Analysis.VERSION + ", profile " + ProfileCodec.VERSION
                        + ", search " + SearchableText.VERSION));
    }

    @Override
    public Directory open() throws IOException {
        Files.createDirectories(folder);
        return new MMapDirectory(folder);
    }

    @Override
    public void wipe() throws IOException {
        List<Path> content;
        try (Stream<Path> files = Files.walk(folder)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.delete(file);
        }
    }
}
