package news.kiosque.standalone.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;

/** A cursor: the rest of an answer, handed over in batches of at most about 1 MB, which are many times as much as objects. */
final class Batches extends AbstractCursor {

    private static final int MOST_BYTES = 1_000_000;

    private final Iterator<Document> rest;

    Batches(long id, Iterator<Document> rest) {
        super(id);
        this.rest = rest;
    }

    /** The next documents, at least one if there are any; a most of 0 means as many as fit. */
    static List<Document> next(Iterator<Document> documents, int most) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while ((most <= 0 || batch.size() < most) && bytes < MOST_BYTES && documents.hasNext()) {
            var document = documents.next();
            bytes += StoredDocuments.encode(document).length;
            batch.add(document);
        }
        return batch;
    }

    /** Takes each element away as it is handed over, so that its memory is free. */
    static <T> Iterator<T> draining(ArrayDeque<T> elements) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !elements.isEmpty();
            }

            @Override
            public T next() {
                return elements.removeFirst();
            }
        };
    }

    @Override
    public boolean isEmpty() {
        return !rest.hasNext();
    }

    @Override
    public List<Document> takeDocuments(int most) {
        return next(rest, most);
    }
}
