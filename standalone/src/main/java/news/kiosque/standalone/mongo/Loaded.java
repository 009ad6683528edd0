package news.kiosque.standalone.mongo;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents that are read one by one; those that were removed meanwhile are left out. */
final class Loaded<T> implements Iterator<Document> {

    private final Iterator<T> found;
    private final Function<T, @Nullable Document> load;
    private @Nullable Document next;

    Loaded(Iterator<T> found, Function<T, @Nullable Document> load) {
        this.found = found;
        this.load = load;
    }

    @Override
    public boolean hasNext() {
        while (next == null && found.hasNext()) {
            next = load.apply(found.next());
        }
        return next != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var document = next;
        next = null;
        return document;
    }
}
