package news.kiosque.articles.importer;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Says where a batch of lines ends: it has so many, so many bytes, or the next is about the same article again. */
final class Batches implements Predicate<Line> {
    private static final int LINES = 64;
    private static final int BYTES = 1_000_000;

    private final Set<String> articles = new HashSet<>();
    private int lines;
    private long bytes;

    /** Whether a new batch begins with this line. */
    @Override
    public boolean test(Line line) {
        boolean again = line instanceof Line.Identified one && articles.contains(one.article());
        boolean begins = again || lines >= LINES || bytes >= BYTES;
        if (begins) {
            articles.clear();
            lines = 0;
            bytes = 0;
        }
        lines++;
        if (line instanceof Line.Identified one) {
            articles.add(one.article());
            bytes += one.bytes();
        }
        return begins;
    }
}
