package news.kiosque.standalone.mongo;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

/** A collection in its table: documents by id, and the indexes that go with them. */
final class StoreCollection extends AbstractMongoCollection<byte[]> {

    private final Table documents;
    private final Finder finder;
    private volatile @Nullable Thread updatingOne;

    StoreCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
            Table documents) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.finder = new Finder(documents);
    }

    /** The matching documents in the order asked for, read one by one as they are taken. */
    Stream<Document> find(Document query, @Nullable Document orderBy, long skip, long limit) {
        return finder.find(query, orderBy, skip, limit, Excerpt.WHOLE).map(Finder.Hit::document)
                .filter(Objects::nonNull);
    }

    @Override
    protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
            @Nullable Document fields) {
        var wanted = Excerpt.of(fields, query, orderBy);
        var hits = finder.find(query, orderBy, skip, updatingOne == Thread.currentThread() ? 1 : limit, wanted)
                .iterator();
        var found = new Loaded<>(hits, hit -> project(hit.document(), fields));
        if (batchSize <= 0) {
            return new QueryResult(() -> found);
        }
        var first = Batches.next(found, batchSize);
        if (!hits.hasNext()) {
            return new QueryResult(first);
        }
        var positions = new ArrayDeque<byte[]>();
        hits.forEachRemaining(hit -> positions.add(hit.position()));
        var rest = new Loaded<>(Batches.draining(positions),
                position -> project(finder.document(position, wanted), fields));
        var cursor = new Batches(cursorRegistry.generateCursorId(), rest);
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    private @Nullable Document project(@Nullable Document document, @Nullable Document fields) {
        if (document == null || fields == null || fields.isEmpty()) {
            return document;
        }
        return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, (Comparator<Document>) null,
                fields)
                .iterator().next();
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return finder.matches(document, query);
    }

    @Override
    public Document updateDocuments(Document selector, Document update, ArrayFilters arrayFilters, boolean multi,
            boolean upsert, Oplog oplog) {
        updatingOne = multi ? null : Thread.currentThread();
        try {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        } finally {
            updatingOne = null;
        }
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        return Math.toIntExact(finder.count(query, skip, Math.max(0, limit)));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public void addIndex(Index<byte[]> index) {
        if (index instanceof OrderedIndex added && !added.isBuilt()) {
            build(added);
        }
        getIndexes().add(index);
        replan();
    }

    private void build(IndexedKeys index) {
        try {
            finder.all(false).forEach(position -> {
                var document = Objects.requireNonNull(getDocument(position));
                index.checkAdd(document, this);
                index.add(document, position, this);
            });
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        replan();
    }

    private void replan() {
        finder.lookIn(getIndexes().stream().map(IndexedKeys.class::cast));
    }

    @Override
    protected byte[] addDocumentInternal(Document document) {
        var position = position(document);
        documents.put(position, StoredDocuments.encode(document));
        return position;
    }

    /** Descriptions of indexes have no id of their own. */
    private byte[] position(Document document) {
        return getIdField() == null
                ? KeyEncoder.concat(KeyEncoder.encode(document.get("ns")), KeyEncoder.encode(document.get("name")))
                : KeyEncoder.encode(document.get(getIdField()));
    }

    @Override
    public void addDocumentIfMissing(Document document) {
        if (documents.get(position(document)) == null) {
            addDocument(document);
        }
    }

    @Override
    protected void handleUpdate(byte[] position, Document old, Document changed) {
        documents.put(position, StoredDocuments.encode(changed));
    }

    @Override
    public void removeDocument(Document document) {
        getIndexes().forEach(index -> index.remove(document));
        removeDocument(position(document));
    }

    @Override
    protected void removeDocument(byte[] position) {
        documents.remove(position);
    }

    @Override
    protected @Nullable Document getDocument(byte[] position) {
        return finder.document(position, Excerpt.WHOLE);
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return finder.all(false).map(position -> new DocumentWithPosition<>(getDocument(position), position));
    }

    @Override
    protected QueryResult matchDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** Compares every index with every document: the answer says which indexes differ. */
    @Override
    public Document validate() {
        var errors = new IndexCheck(finder).errors();
        return super.validate().append("valid", errors.isEmpty()).append("errors", errors);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // sizes are added up when somebody asks
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(documents.bytes(), Integer.MAX_VALUE);
    }
}
