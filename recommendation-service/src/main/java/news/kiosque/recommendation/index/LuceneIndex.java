package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import news.kiosque.events.Order;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/**
 * The articles in one Lucene index. One thread writes; what it wrote is found after the next {@link #refresh()}.
 * Languages do not meet: each has a field, and statistics, of its own.
 */
public final class LuceneIndex implements CandidateIndex, AutoCloseable {
    private static final double WRITE_BUFFER_MB = 12;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, ArticleState> states;
    private final Map<String, TermStatistics> statistics = new ConcurrentHashMap<>();
    private volatile ReplicaPosition written;
    private volatile ReplicaPosition visible;

    /** Opens the index in the directory, or an empty one. @throws IOException when what is there cannot be read */
    public LuceneIndex(Directory directory) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setSimilarity(new Saturation()).setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(org.apache.lucene.index.IndexReader reader,
                    org.apache.lucene.index.IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new Saturation());
                searcher.setQueryCache(null);
                return searcher;
            }
        });
        this.states = new LiveFieldValues<>(searchers, ArticleState.UNKNOWN) {
            @Override
            protected ArticleState lookupFromSearcher(IndexSearcher searcher, String articleId) {
                ArticleState state = LuceneView.state(searcher, articleId);
                return state == null ? ArticleState.UNKNOWN : state;
            }
        };
        this.written = committed();
        this.visible = written;
        count();
    }

    /** Takes an article as it is now. @return false when something newer is known of it */
    public boolean put(Profile profile, Order order) throws IOException {
        ArticleState before = state(profile.id());
        if (!order.isAbove(before.order())) {
            return false;
        }
        writer.updateDocument(Documents.id(profile.id()), Documents.live(profile, order));
        replace(profile.id(), before, new ArticleState(order, profile));
        return true;
    }

    /** Takes an article out, and remembers that later ones than this event were not seen of it. */
    public boolean remove(String articleId, Order order) throws IOException {
        ArticleState before = state(articleId);
        if (!order.isAbove(before.order())) {
            return false;
        }
        writer.updateDocument(Documents.id(articleId), Documents.gone(articleId, order));
        replace(articleId, before, new ArticleState(order, null));
        return true;
    }

    /** Forgets an article altogether, after its erasure. */
    public void erase(String articleId) throws IOException {
        ArticleState before = state(articleId);
        writer.deleteDocuments(Documents.id(articleId));
        replace(articleId, before, ArticleState.UNKNOWN);
    }

    /** Forgets everything, to be filled again from the start. */
    public void clear() throws IOException {
        writer.deleteAll();
        statistics.clear();
        written = ReplicaPosition.NONE;
        commit();
        refresh();
    }

    /** Whether an article is live, by all that was written. */
    public boolean isLive(String articleId) {
        return state(articleId).profile() != null;
    }

    /** Says how far the topic was written in; it is told on by {@link #visible()} and kept by {@link #commit()}. */
    public void advance(ReplicaPosition position) {
        written = position;
    }

    /** How far the topic can be found. */
    public ReplicaPosition visible() {
        return visible;
    }

    /** Lets be found what was written; costs a few milliseconds. */
    public void refresh() throws IOException {
        ReplicaPosition position = written;
        searchers.maybeRefreshBlocking();
        visible = position;
    }

    /** Keeps what was written together with how far that is. */
    public void commit() throws IOException {
        writer.setLiveCommitData(written.asCommitData().entrySet());
        writer.commit();
    }

    /** How far the topic was written in. */
    public ReplicaPosition written() {
        return written;
    }

    /** The number of live articles. */
    public int size() {
        return statistics.values().stream().mapToInt(TermStatistics::articles).sum();
    }

    /** The number of live articles of each language. */
    public Map<String, TermStatistics> statistics() {
        return Map.copyOf(statistics);
    }

    @Override
    public View open() {
        try {
            IndexSearcher searcher = searchers.acquire();
            return new LuceneView(searcher, this::statistics, () -> release(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that can be found now, and what is remembered of what cannot; to be closed. */
    public IndexedArticles articles() {
        try {
            IndexSearcher searcher = searchers.acquire();
            return new IndexedArticles(searcher, () -> release(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private TermStatistics statistics(String language) {
        return statistics.computeIfAbsent(language, any -> new TermStatistics());
    }

    private ArticleState state(String articleId) {
        try {
            ArticleState state = states.get(articleId);
            return state == null ? ArticleState.UNKNOWN : state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String articleId, ArticleState before, ArticleState after) {
        if (before.profile() != null) {
            statistics(before.profile().language()).remove(before.profile());
        }
        if (after.profile() != null) {
            statistics(after.profile().language()).add(after.profile());
        }
        if (after == ArticleState.UNKNOWN) {
            states.delete(articleId);
        } else {
            states.add(articleId, after);
        }
    }

    private ReplicaPosition committed() {
        Map<String, String> data = new java.util.HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return ReplicaPosition.ofCommitData(data);
    }

    /** Counts the terms of what is there. */
    private void count() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                var profiles = DocValues.getBinary(leaf.reader(), Documents.PROFILE);
                while (profiles.nextDoc() != org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(profiles.docID())) {
                        Profile profile = ProfileCodec.decode(profiles.binaryValue());
                        statistics(profile.language()).add(profile);
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
