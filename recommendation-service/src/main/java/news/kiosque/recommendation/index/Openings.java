package news.kiosque.recommendation.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.BiFunction;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The opening of the index's files that is written, and the one that answers. They are one, except after the disk has
 * failed: then the old one answers until the new one has caught up.
 */
final class Openings implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private final DirectorySource place;
    private volatile OpenIndex writing;
    private volatile OpenIndex serving;

    Openings(DirectorySource place) throws IOException {
        this.place = place;
        this.writing = new OpenIndex(place.open());
        this.serving = writing;
    }

    OpenIndex writing() {
        return writing;
    }

    OpenIndex serving() {
        return serving;
    }

    /** Lets be found what was written. */
    void refresh() throws IOException {
        OpenIndex now = writing;
        now.refresh();
        if (now != serving && now.visible().covers(serving.visible().next())) {
            serve(now);
        }
    }

    /** Answers from what is written, caught up or not. */
    void serveWritten() throws IOException {
        serve(writing);
    }

    /** Opens the files anew where a failure has closed them. @throws IOException when the disk still refuses */
    void recover() throws IOException {
        OpenIndex failed = writing;
        if (failed.isWritable()) {
            return;
        }
        if (failed.fault() instanceof CorruptIndexException) {
            place.wipe();
        }
        try {
            writing = new OpenIndex(place.open());
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException
                | NoSuchFileException e) {
            LOG.warn("The index cannot be read and is built anew: {}", e.toString());
            place.wipe();
            writing = new OpenIndex(place.open());
        }
        if (failed != serving) {
            failed.close();
        }
    }

    /** @param use of one state of what answers, which has to be released */
    <T> T acquire(BiFunction<OpenIndex, IndexSearcher, T> use) {
        while (true) {
            OpenIndex now = serving;
            try {
                return use.apply(now, now.acquire());
            } catch (AlreadyClosedException e) {
                // Another opening has taken over just now.
                if (now == serving) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (serving != writing) {
            serving.close();
        }
        writing.close();
    }

    private void serve(OpenIndex now) throws IOException {
        OpenIndex before = serving;
        serving = now;
        if (before != now) {
            before.close();
        }
    }
}
