package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import news.kiosque.events.Order;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;

/**
 * The articles in one Lucene index. What was written is found after the next {@link #refresh()}.
 * Languages do not meet: each has a field, and statistics, of its own.
 *
 * <p>When its disk fails it goes on answering from what could be found before; {@link #recover()} opens the files anew,
 * and answers come from these once they have caught up.
 */
public final class LuceneIndex implements CandidateIndex, AutoCloseable {
    private final Openings openings;

    /** Opens the index of the place, or an empty one. @throws IOException when what is there cannot be read */
    public LuceneIndex(DirectorySource place) throws IOException {
        this.openings = new Openings(place);
    }

    /** Takes an article as it is now, to be compared with. @return false when something newer is known of it */
    public boolean put(Profile profile, Order order) throws IOException {
        return put(profile, List.of(), order);
    }

    /**
     * Takes an article as it is now.
     *
     * @param more what else is to be found by, in fields of its own
     * @return false when something newer is known of it
     */
    public synchronized boolean put(Profile profile, List<IndexableField> more, Order order) throws IOException {
        ArticleState before = openings.writing().state(profile.id());
        if (!order.isAbove(before.order())) {
            return false;
        }
        Document document = Documents.live(profile, order);
        more.forEach(document::add);
        openings.writing().writer().updateDocument(Documents.id(profile.id()), document);
        openings.writing().replace(profile.id(), before, new ArticleState(order, profile));
        return true;
    }

    /** Takes an article out, and remembers that later ones than this event were not seen of it. */
    public synchronized boolean remove(String articleId, Order order) throws IOException {
        ArticleState before = openings.writing().state(articleId);
        if (!order.isAbove(before.order())) {
            return false;
        }
        openings.writing().writer().updateDocument(Documents.id(articleId), Documents.gone(articleId, order));
        openings.writing().replace(articleId, before, new ArticleState(order, null));
        return true;
    }

    /** Forgets an article altogether, after its erasure. */
    public synchronized void erase(String articleId) throws IOException {
        ArticleState before = openings.writing().state(articleId);
        openings.writing().writer().deleteDocuments(Documents.id(articleId));
        openings.writing().replace(articleId, before, ArticleState.UNKNOWN);
    }

    /** Forgets everything, to be filled again from the start. */
    public synchronized void clear() throws IOException {
        openings.writing().forgetAll();
        commit();
        refresh();
        openings.serveWritten();
    }

    /** Whether an article is live, by all that was written. */
    public boolean isLive(String articleId) {
        OpenIndex now = openings.writing();
        ArticleState state = now.state(articleId);
        if (now != openings.serving()) {
            ArticleState served = openings.serving().state(articleId);
            state = served.order().isAbove(state.order()) ? served : state;
        }
        return state.profile() != null;
    }

    /** Says how far the topic was written in; it is told on by {@link #visible()} and kept by {@link #commit()}. */
    public void advance(ReplicaPosition position) {
        openings.writing().advance(position);
    }

    /** How far the topic can be found. */
    public ReplicaPosition visible() {
        return openings.serving().visible();
    }

    /** Lets be found what was written; costs a few milliseconds. */
    public void refresh() throws IOException {
        openings.refresh();
    }

    /** Keeps what was written together with how far that is. */
    public void commit() throws IOException {
        openings.writing().commit();
    }

    /** How far the topic was written in. */
    public ReplicaPosition written() {
        return openings.writing().written();
    }

    /** What keeps it from being written, if anything does. */
    public Optional<String> fault() {
        OpenIndex now = openings.writing();
        return now.isWritable() ? Optional.empty() : Optional.of(String.valueOf(now.fault()));
    }

    /**
     * Opens the files anew where a failure has closed them, as they were kept last; where they cannot be read it begins
     * empty. Does nothing while all is well.
     *
     * @throws IOException when the disk still refuses
     */
    public synchronized void recover() throws IOException {
        openings.recover();
    }

    /** What its files take on disk. */
    public long bytes() {
        return openings.writing().bytes();
    }

    /** The number of live articles. */
    public int size() {
        return statistics().values().stream().mapToInt(TermStatistics::articles).sum();
    }

    /** The ids of the live articles that can be found, the latest published first. */
    public List<String> newestFirst() {
        record Dated(String id, Instant at) {}
        List<Dated> all = new ArrayList<>();
        try (View view = open()) {
            view.each(profile -> all.add(new Dated(profile.id(), profile.publishedAt())));
        }
        all.sort(Comparator.comparing(Dated::at).reversed().thenComparing(Dated::id));
        return all.stream().map(Dated::id).toList();
    }

    /** The number of live articles of each language. */
    public Map<String, TermStatistics> statistics() {
        return openings.serving().statistics();
    }

    @Override
    public View open() {
        return openings.acquire(LuceneIndex::viewed);
    }

    /** What can be found now, for queries of one's own; to be closed. */
    public OpenReader reader() {
        return openings.acquire(LuceneIndex::read);
    }

    private static View viewed(OpenIndex now, IndexSearcher searcher) {
        return new LuceneView(searcher, now::statistics, () -> now.release(searcher));
    }

    private static OpenReader read(OpenIndex now, IndexSearcher searcher) {
        return new OpenReader(searcher.getIndexReader(), () -> now.release(searcher));
    }

    /** All that can be found now, and what is remembered of what cannot; to be closed. */
    public IndexedArticles articles() {
        try {
            OpenIndex now = openings.writing();
            IndexSearcher searcher = now.acquire();
            return new IndexedArticles(searcher, () -> now.release(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        openings.close();
    }
}
