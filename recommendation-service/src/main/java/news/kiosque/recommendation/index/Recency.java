package news.kiosque.recommendation.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/**
 * Chooses whom to compare in full: what shares the most terms, discounted by ½ + ½·e^(−days/30). A story's latest article
 * is sought more often than its best match of three years ago, and reading a date is far cheaper than reading a profile.
 */
final class Recency {
    private static final double MONTH = Duration.ofDays(30).toMillis();

    private Recency() {}

    static ScoreDoc[] nearest(IndexSearcher searcher, ScoreDoc[] hits, CandidateIndex.Query query) throws IOException {
        if (hits.length <= query.limit()) {
            return hits;
        }
        Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int open = -1;
        SortedNumericDocValues published = null;
        for (ScoreDoc hit : hits) {
            int leaf = ReaderUtil.subIndex(hit.doc, leaves);
            if (leaf != open || published == null) {
                published = DocValues.getSortedNumeric(leaves.get(leaf).reader(), Documents.PUBLISHED);
                open = leaf;
            }
            if (published.advanceExact(hit.doc - leaves.get(leaf).docBase)) {
                double apart = Math.abs(published.nextValue() - query.near().toEpochMilli());
                hit.score *= (float) (0.5 + 0.5 * Math.exp(-apart / MONTH));
            }
        }
        Arrays.sort(hits,
                Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc));
        return Arrays.copyOf(hits, query.limit());
    }
}
