package news.kiosque.recommendation.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the kept lists lie; what cannot be read there is begun anew. */
record KeptListsFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptListsFolder.class);

    KeptLists open() throws IOException {
        try {
            return new KeptLists(folder);
        } catch (IOException e) {
            LOG.warn("The lists in {} cannot be read and are read from the topic anew: {}", folder, e.toString());
            wipe();
            return new KeptLists(folder);
        }
    }

    /** The same, or opened anew when a failing disk has closed it. */
    KeptLists reopened(KeptLists lists) throws IOException {
        return lists.isWritable() ? lists : open();
    }

    private void wipe() throws IOException {
        List<Path> content;
        try (Stream<Path> files = Files.walk(folder)) {
            content = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : content) {
            Files.delete(file);
        }
    }
}
