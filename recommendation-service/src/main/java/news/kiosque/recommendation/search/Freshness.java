package news.kiosque.recommendation.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** What an article's age leaves of its worth: ½ + ½·e^(−days/90), so that an old one with better words still leads. */
final class Freshness extends DoubleValuesSource {
    private static final double QUARTER = Duration.ofDays(90).toMillis();

    private final long now;

    Freshness(Instant now) {
        this.now = now.toEpochMilli();
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        SortedNumericDocValues published = DocValues.getSortedNumeric(leaf.reader(), SearchableText.PUBLISHED);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                return 0.5 + 0.5 * Math.exp(-Math.max(0, now - published.nextValue()) / QUARTER);
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                return published.advanceExact(document);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Freshness freshness && freshness.now == now;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(now);
    }

    @Override
    public String toString() {
        return "freshness at " + now;
    }
}
