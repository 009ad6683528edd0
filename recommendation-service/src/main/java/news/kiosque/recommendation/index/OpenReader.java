package news.kiosque.recommendation.index;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** One state of the index as Lucene reads it, unchanged until it is closed. */
public record OpenReader(IndexReader reader, Runnable release) implements AutoCloseable {

    /** Where a live article lies; below 0 when it does not. */
    public int find(String articleId) throws IOException {
        TopDocs found = new IndexSearcher(reader).search(new BooleanQuery.Builder()
                .add(new TermQuery(Documents.id(articleId)), BooleanClause.Occur.MUST)
                .add(new FieldExistsQuery(Documents.PUBLISHED), BooleanClause.Occur.FILTER).build(), 1);
        return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
    }

    /** The article that lies at a place of the index. */
    public Profile profile(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues profiles = DocValues.getBinary(leaf.reader(), Documents.PROFILE);
        if (!profiles.advanceExact(document - leaf.docBase)) {
            throw new IllegalArgumentException("No live article is at " + document);
        }
        return ProfileCodec.decode(profiles.binaryValue());
    }

    @Override
    public void close() {
        release.run();
    }
}
