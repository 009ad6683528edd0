package news.kiosque.recommendation.index;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25's saturated term frequency (k1 1.2, b 0.75: Robertson and Zaragoza 2009, §3.2) without its own rarity: a query
 * brings each term's weight, counted over live articles only, so that merges of segments move no list.
 */
final class Saturation extends BM25Similarity {
    private static final float TYPICAL_LENGTH = 300;

    @Override
    protected float idf(long articlesWith, long articles) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics field) {
        return TYPICAL_LENGTH;
    }
}
