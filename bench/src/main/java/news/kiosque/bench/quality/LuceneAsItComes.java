package news.kiosque.bench.quality;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

/** An index as one would make it for Lucene's own means of finding what is alike. */
final class LuceneAsItComes implements AutoCloseable {
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneAsItComes(Iterable<PublicArticle> articles, Analyzer analyzer, Path folder) throws IOException {
        this.analyzer = analyzer;
        MMapDirectory directory = new MMapDirectory(folder);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (PublicArticle article : articles) {
                Document document = new Document();
                document.add(new StringField("id", article.id(), Field.Store.YES));
                document.add(new LongField("published", article.publishedAt().toEpochMilli(), Field.Store.NO));
                document.add(new TextField(TEXT, CollectedArticle.text(article), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /** MoreLikeThis at its defaults: 25 terms, each at least twice in the article and in five articles. */
    MoreLikeThis moreLikeThis() throws IOException {
        MoreLikeThis moreLikeThis = new MoreLikeThis(reader);
        moreLikeThis.setAnalyzer(analyzer);
        moreLikeThis.setFieldNames(new String[]{TEXT});
        return moreLikeThis;
    }

    /** As one tunes it: terms that occur once too, those of a tenth of all articles left out, rare ones count more. */
    MoreLikeThis tunedMoreLikeThis() throws IOException {
        MoreLikeThis tuned = moreLikeThis();
        tuned.setMinTermFreq(1);
        tuned.setMinDocFreq(2);
        tuned.setMaxDocFreqPct(10);
        tuned.setMaxQueryTerms(40);
        tuned.setBoost(true);
        return tuned;
    }

    List<String> like(PublicArticle article, MoreLikeThis moreLikeThis, int most) {
        try {
            return search(moreLikeThis.like(TEXT, new StringReader(CollectedArticle.text(article))), article, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** BM25 with every word of the article as the query. */
    List<String> likeAllOf(PublicArticle article, int most) {
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
            return search(query.build(), article, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> search(Query like, PublicArticle article, int most) throws IOException {
        Query query = new BooleanQuery.Builder().add(like, BooleanClause.Occur.MUST)
                .add(LongField.newRangeQuery("published", Long.MIN_VALUE, article.publishedAt().toEpochMilli()),
                        BooleanClause.Occur.FILTER)
                .build();
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
