package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import news.kiosque.events.Order;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** One state of the Lucene index. */
final class LuceneView implements CandidateIndex.View {
    private final IndexSearcher searcher;
    private final Function<String, TermStatistics> statistics;
    private final Runnable release;

    LuceneView(IndexSearcher searcher, Function<String, TermStatistics> statistics, Runnable release) {
        this.searcher = searcher;
        this.statistics = statistics;
        this.release = release;
    }

    @Override
    public Optional<Profile> find(String articleId) {
        return Optional.ofNullable(state(searcher, articleId)).map(ArticleState::profile);
    }

    @Override
    public Order seen(String articleId) {
        ArticleState state = state(searcher, articleId);
        return state == null ? Order.NONE : state.order();
    }

    @Override
    public List<Profile> candidates(CandidateIndex.Query query) {
        if (query.terms().isEmpty()) {
            return List.of();
        }
        try {
            ScoreDoc[] hits = searcher.search(Documents.query(query, latest()),
                    new TopScoreDocCollectorManager(query.looked(), query.looked())).scoreDocs;
            return profiles(Recency.nearest(searcher, hits, query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the latest article was published. */
    private long latest() throws IOException {
        byte[] latest = PointValues.getMaxPackedValue(searcher.getIndexReader(), Documents.PUBLISHED);
        return latest == null ? Long.MIN_VALUE : NumericUtils.sortableBytesToLong(latest, 0);
    }

    @Override
    public List<Profile> linking(int most) {
        return newest(new TermQuery(new Term(Documents.LINKING, Documents.LINKING)), most);
    }

    @Override
    public List<Profile> latest(int most) {
        return newest(new FieldExistsQuery(Documents.PUBLISHED), most);
    }

    private List<Profile> newest(Query among, int most) {
        try {
            Sort newestFirst = new Sort(new SortedNumericSortField(Documents.PUBLISHED, SortField.Type.LONG, true));
            return profiles(searcher.search(among, most, newestFirst).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void each(Consumer<Profile> sink) {
        try {
            each(searcher, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void each(IndexSearcher searcher, Consumer<Profile> sink) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            BinaryDocValues profiles = DocValues.getBinary(leaf.reader(), Documents.PROFILE);
            while (profiles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(profiles.docID())) {
                    sink.accept(ProfileCodec.decode(profiles.binaryValue()));
                }
            }
        }
    }

    @Override
    public TermStatistics statistics(String language) {
        return statistics.apply(language);
    }

    @Override
    public void close() {
        release.run();
    }

    /** What is known of an article, live or gone; null when it was never seen. */
    static @Nullable ArticleState state(IndexSearcher searcher, String articleId) {
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                PostingsEnum found = leaf.reader().postings(Documents.id(articleId), PostingsEnum.NONE);
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = found == null
                        ? PostingsEnum.NO_MORE_DOCS
                        : found.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        return state(leaf, doc);
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArticleState state(LeafReaderContext leaf, int doc) throws IOException {
        var epochs = DocValues.getNumeric(leaf.reader(), Documents.EPOCH);
        var numbers = DocValues.getNumeric(leaf.reader(), Documents.NUMBER);
        var profiles = DocValues.getBinary(leaf.reader(), Documents.PROFILE);
        Order order = new Order(epochs.advanceExact(doc) ? epochs.longValue() : 0,
                numbers.advanceExact(doc) ? numbers.longValue() : 0);
        return new ArticleState(order, profiles.advanceExact(doc) ? ProfileCodec.decode(profiles.binaryValue()) : null);
    }

    /** Columns are read forwards only, so the hits are read in the index's order and handed out in their own. */
    private List<Profile> profiles(ScoreDoc[] hits) throws IOException {
        Map<Integer, Profile> byDoc = new java.util.HashMap<>();
        ScoreDoc[] inOrder = hits.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        BinaryDocValues column = null;
        int open = -1;
        for (ScoreDoc hit : inOrder) {
            int leaf = ReaderUtil.subIndex(hit.doc, leaves);
            if (leaf != open || column == null) {
                column = DocValues.getBinary(leaves.get(leaf).reader(), Documents.PROFILE);
                open = leaf;
            }
            if (column.advanceExact(hit.doc - leaves.get(leaf).docBase)) {
                byDoc.put(hit.doc, ProfileCodec.decode(column.binaryValue()));
            }
        }
        List<Profile> profiles = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            Profile profile = byDoc.get(hit.doc);
            if (profile != null) {
                profiles.add(profile);
            }
        }
        return profiles;
    }
}
