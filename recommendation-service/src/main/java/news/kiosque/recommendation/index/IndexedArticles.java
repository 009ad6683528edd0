package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import news.kiosque.events.Order;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Goes once through everything in one state of the index, a segment after the other. */
public final class IndexedArticles implements Iterator<IndexedArticle>, AutoCloseable {
    private final Iterator<LeafReaderContext> segments;
    private final Runnable release;
    private @Nullable Segment segment;
    private @Nullable IndexedArticle next;

    IndexedArticles(IndexSearcher searcher, Runnable release) {
        this.segments = searcher.getIndexReader().leaves().iterator();
        this.release = release;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public IndexedArticle next() {
        IndexedArticle found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        advance();
        return found;
    }

    @Override
    public void close() {
        release.run();
    }

    private void advance() {
        try {
            next = null;
            while (next == null && (segment != null || segments.hasNext())) {
                if (segment == null) {
                    segment = Segment.of(segments.next());
                }
                next = segment == null ? null : segment.next();
                segment = next == null ? null : segment;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of a segment in their order; a column is read forwards only, so each id opens its columns anew. */
    private record Segment(LeafReaderContext leaf, TermsEnum ids) {

        static @Nullable Segment of(LeafReaderContext leaf) throws IOException {
            var terms = leaf.reader().terms(Documents.ID);
            return terms == null ? null : new Segment(leaf, terms.iterator());
        }

        @Nullable
        IndexedArticle next() throws IOException {
            Bits live = leaf.reader().getLiveDocs();
            while (ids.next() != null) {
                PostingsEnum found = ids.postings(null, PostingsEnum.NONE);
                for (int doc = found.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        return article(ids.term().utf8ToString(), doc);
                    }
                }
            }
            return null;
        }

        private IndexedArticle article(String id, int doc) throws IOException {
            NumericDocValues epochs = DocValues.getNumeric(leaf.reader(), Documents.EPOCH);
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Documents.NUMBER);
            BinaryDocValues profiles = DocValues.getBinary(leaf.reader(), Documents.PROFILE);
            Order order = new Order(epochs.advanceExact(doc) ? epochs.longValue() : 0,
                    numbers.advanceExact(doc) ? numbers.longValue() : 0);
            return new IndexedArticle(id, profiles.advanceExact(doc), order);
        }
    }
}
