package news.kiosque.bench.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import news.kiosque.events.PublicArticle;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/** An index as one would make it for Lucene's own means of finding what is alike; one that lies there is used again. */
public final class LuceneAsItComes implements AutoCloseable {
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public LuceneAsItComes(Iterable<PublicArticle> articles, Analyzer analyzer, Path folder) throws IOException {
        this.analyzer = analyzer;
        MMapDirectory directory = new MMapDirectory(folder);
        if (!DirectoryReader.indexExists(directory)) {
            fill(directory, articles);
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    private void fill(MMapDirectory directory, Iterable<PublicArticle> articles) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (PublicArticle article : articles) {
                Document document = new Document();
                document.add(new StringField("id", article.id(), Field.Store.YES));
                document.add(new LongField("published", article.publishedAt().toEpochMilli(), Field.Store.NO));
                document.add(new TextField(TEXT, CollectedArticle.text(article), Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    /** MoreLikeThis at its defaults: 25 terms, each at least twice in the article and in five articles. */
    public MoreLikeThis moreLikeThis() throws IOException {
        MoreLikeThis moreLikeThis = new MoreLikeThis(reader);
        moreLikeThis.setAnalyzer(analyzer);
        moreLikeThis.setFieldNames(new String[]{TEXT});
        return moreLikeThis;
    }

    /** As one tunes it: terms that occur once too, those of a tenth of all articles left out, rare ones count more. */
    public MoreLikeThis tunedMoreLikeThis() throws IOException {
        MoreLikeThis tuned = moreLikeThis();
        tuned.setMinTermFreq(1);
        tuned.setMinDocFreq(2);
        tuned.setMaxDocFreqPct(10);
        tuned.setMaxQueryTerms(40);
        tuned.setBoost(true);
        return tuned;
    }

    /** @param upTo what was published later does not count; {@link Instant#MAX}: everything counts */
    public List<String> like(PublicArticle article, MoreLikeThis moreLikeThis, int most, Instant upTo) {
        try {
            Query query = moreLikeThis.like(TEXT, new StringReader(CollectedArticle.text(article)));
            return search(query, article, most, upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** BM25 with every word of the article as the query. */
    public List<String> likeAllOf(PublicArticle article, int most, Instant upTo) {
        try {
            Set<String> words = new LinkedHashSet<>();
            try (TokenStream stream = analyzer.tokenStream(TEXT, CollectedArticle.text(article))) {
                CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    words.add(word.toString());
                }
                stream.end();
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            words.stream().limit(IndexSearcher.getMaxClauseCount() - 2L)
                    .forEach(word -> query.add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD));
            return search(query.build(), article, most, upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query published(Query like, Instant upTo) {
        if (upTo.equals(Instant.MAX)) {
            return like;
        }
        Query earlier = LongField.newRangeQuery("published", Long.MIN_VALUE, upTo.toEpochMilli());
        return new BooleanQuery.Builder().add(like, BooleanClause.Occur.MUST).add(earlier, BooleanClause.Occur.FILTER)
                .build();
    }

    private List<String> search(Query like, PublicArticle article, int most, Instant upTo) throws IOException {
        Query query = published(like, upTo);
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, most + 1).scoreDocs) {
            String id = searcher.storedFields().document(hit.doc).get("id");
            if (!id.equals(article.id())) {
                ids.add(id);
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
