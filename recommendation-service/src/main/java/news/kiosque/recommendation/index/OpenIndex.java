package news.kiosque.recommendation.index;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** The index's files from one opening to the next: a disk that fails ends it, and what it wrote can still be read. */
final class OpenIndex implements Closeable {
    private static final double WRITE_BUFFER_MB = 12;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, ArticleState> states;
    private final Map<String, TermStatistics> statistics = new ConcurrentHashMap<>();
    private volatile ReplicaPosition written;
    private volatile ReplicaPosition visible;

    OpenIndex(Directory directory) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setSimilarity(new Saturation()).setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new Searchers());
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

    IndexWriter writer() {
        return writer;
    }

    ReplicaPosition written() {
        return written;
    }

    void advance(ReplicaPosition position) {
        written = position;
    }

    ReplicaPosition visible() {
        return visible;
    }

    /** What ended it; null while it can be written. */
    @Nullable
    Throwable fault() {
        return writer.getTragicException();
    }

    boolean isWritable() {
        return writer.isOpen();
    }

    ArticleState state(String articleId) {
        try {
            ArticleState state = states.get(articleId);
            return state == null ? ArticleState.UNKNOWN : state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String articleId, ArticleState before, ArticleState after) {
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

    TermStatistics statistics(String language) {
        return statistics.computeIfAbsent(language, any -> new TermStatistics());
    }

    Map<String, TermStatistics> statistics() {
        return Map.copyOf(statistics);
    }

    void forgetAll() throws IOException {
        writer.deleteAll();
        statistics.clear();
        written = ReplicaPosition.NONE;
    }

    void refresh() throws IOException {
        ReplicaPosition position = written;
        searchers.maybeRefreshBlocking();
        visible = position;
    }

    void commit() throws IOException {
        writer.setLiveCommitData(written.asCommitData().entrySet());
        writer.commit();
    }

    long bytes() {
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += bytes(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing when it was merged into another meanwhile. */
    private long bytes(String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException | FileNotFoundException _) {
            return 0;
        }
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
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

    private ReplicaPosition committed() {
        Map<String, String> data = new HashMap<>();
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
            LuceneView.each(searcher, profile -> statistics(profile.language()).add(profile));
        } finally {
            searchers.release(searcher);
        }
    }

    private static final class Searchers extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new Saturation());
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
