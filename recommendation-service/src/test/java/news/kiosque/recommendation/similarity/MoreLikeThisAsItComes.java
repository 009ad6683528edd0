package news.kiosque.recommendation.similarity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.events.PublicArticle;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.MMapDirectory;

/** Lucene's MoreLikeThis at its defaults, on an index as one would make it for it: what there is to be better than. */
final class MoreLikeThisAsItComes implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final MoreLikeThis moreLikeThis;

    MoreLikeThisAsItComes(Iterable<PublicArticle> articles, Path folder) throws IOException {
        MMapDirectory directory = new MMapDirectory(folder);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (PublicArticle article : articles) {
                Document document = new Document();
                document.add(new StringField("id", article.id(), Field.Store.YES));
                document.add(new LongField("published", article.publishedAt().toEpochMilli(), Field.Store.NO));
                document.add(new TextField("text", text(article), Field.Store.NO));
                writer.addDocument(document);
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        this.moreLikeThis = new MoreLikeThis(reader);
        this.moreLikeThis.setAnalyzer(new StandardAnalyzer());
        this.moreLikeThis.setFieldNames(new String[]{"text"});
    }

    List<String> like(PublicArticle article) {
        try {
            var query = new BooleanQuery.Builder()
                    .add(moreLikeThis.like("text", new StringReader(text(article))), BooleanClause.Occur.MUST)
                    .add(LongField.newRangeQuery("published", Long.MIN_VALUE, article.publishedAt().toEpochMilli()),
                            BooleanClause.Occur.FILTER)
                    .build();
            List<String> ids = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, 11).scoreDocs) {
                String id = searcher.storedFields().document(hit.doc).get("id");
                if (!id.equals(article.id())) {
                    ids.add(id);
                }
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PublicArticle article) {
        return article.headline() + "\n" + article.standfirst() + "\n" + article.body().getFirst().text();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
