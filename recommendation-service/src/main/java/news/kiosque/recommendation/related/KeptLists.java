package news.kiosque.recommendation.related;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import news.kiosque.recommendation.index.ReplicaPosition;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Lists on this instance's disk, memory-mapped, with who is named by whom: what {@code kiosque.related} said up to the
 * position that is kept with them. It can be deleted at any time and is filled from the topic then.
 */
final class KeptLists implements Closeable {
    private static final String ID = "id";
    private static final String ITEM = "item";
    private static final String LIST = "list";
    private static final double WRITE_BUFFER_MB = 8;

    private final MMapDirectory directory;
    private final IndexWriter writer;
    private DirectoryReader reader;

    KeptLists(Path folder) throws IOException {
        Files.createDirectories(folder);
        directory = new MMapDirectory(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(WRITE_BUFFER_MB)
                .setCommitOnClose(false).setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        reader = DirectoryReader.open(writer);
    }

    /** How far the topic is in it. */
    ReplicaPosition position() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return ReplicaPosition.ofCommitData(data);
    }

    boolean isWritable() {
        return writer.isOpen();
    }

    int size() {
        return reader.numDocs();
    }

    /** What is kept of an article's list; null when nothing is. */
    @Nullable
    KnownList of(String articleId) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum found = leaf.reader().postings(new Term(ID, articleId), PostingsEnum.NONE);
            for (int doc = next(found); doc != PostingsEnum.NO_MORE_DOCS; doc = next(found)) {
                if (live == null || live.get(doc)) {
                    return list(DocValues.getBinary(leaf.reader(), LIST), doc);
                }
            }
        }
        return null;
    }

    /** The articles whose lists name this one. */
    Set<String> naming(String articleId) throws IOException {
        Set<String> found = new HashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            collect(leaf, leaf.reader().postings(new Term(ITEM, articleId), PostingsEnum.NONE), found);
        }
        return found;
    }

    /** The articles whose lists name one that should not be named. */
    Set<String> naming(Predicate<String> unwanted) throws IOException {
        Set<String> found = new HashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms items = leaf.reader().terms(ITEM);
            TermsEnum each = items == null ? TermsEnum.EMPTY : items.iterator();
            for (BytesRef item = each.next(); item != null; item = each.next()) {
                if (unwanted.test(item.utf8ToString())) {
                    collect(leaf, each.postings(null, PostingsEnum.NONE), found);
                }
            }
        }
        return found;
    }

    /** Keeps lists, and how far the topic is in them. */
    void keep(Iterable<KnownList> lists, ReplicaPosition position) throws IOException {
        for (KnownList list : lists) {
            writer.updateDocument(new Term(ID, list.articleId()), document(list));
        }
        writer.setLiveCommitData(position.asCommitData().entrySet());
        writer.commit();
        DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
    }

    /** Forgets all, to be filled from the start of the topic. */
    void clear() throws IOException {
        writer.deleteAll();
        keep(List.of(), ReplicaPosition.NONE);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }

    private static Document document(KnownList list) {
        Document document = new Document();
        document.add(new StringField(ID, list.articleId(), Field.Store.NO));
        new HashSet<>(list.items()).forEach(item -> document.add(new StringField(ITEM, item, Field.Store.NO)));
        document.add(new BinaryDocValuesField(LIST, list.toBytes()));
        return document;
    }

    private static void collect(LeafReaderContext leaf, @Nullable PostingsEnum postings, Set<String> found)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        BinaryDocValues lists = DocValues.getBinary(leaf.reader(), LIST);
        for (int doc = next(postings); doc != PostingsEnum.NO_MORE_DOCS; doc = next(postings)) {
            if (live == null || live.get(doc)) {
                found.add(list(lists, doc).articleId());
            }
        }
    }

    private static KnownList list(BinaryDocValues lists, int doc) throws IOException {
        lists.advanceExact(doc);
        return KnownList.ofBytes(lists.binaryValue());
    }

    private static int next(@Nullable PostingsEnum postings) throws IOException {
        return postings == null ? PostingsEnum.NO_MORE_DOCS : postings.nextDoc();
    }
}
