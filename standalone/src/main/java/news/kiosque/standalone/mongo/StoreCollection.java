package news.kiosque.standalone.mongo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

/** A collection in its table: documents by id, found through whatever index has the least to read. */
final class StoreCollection extends AbstractMongoCollection<byte[]> {

    private final Table documents;
    private final IdIndex byId;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private volatile List<IndexedKeys> indexes;
    private volatile @Nullable Thread updatingOne;

    StoreCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
            Table documents) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.byId = new IdIndex("_id_", documents);
        this.indexes = List.of(byId);
    }

    /** A document that was found; it is read from its table when it is wanted. */
    private final class Hit {
        private final byte[] position;
        private @Nullable Document document;

        Hit(byte[] position) {
            this.position = position;
        }

        @Nullable
        Document document() {
            if (document == null) {
                document = getDocument(position);
            }
            return document;
        }

        boolean matches(Document query) {
            var found = document();
            return found != null && documentMatchesQuery(found, query);
        }
    }

    /** The matching documents in the order asked for, read one by one as they are taken. */
    Stream<Document> find(Document query, @Nullable Document orderBy, long skip, long limit) {
        return hits(query, orderBy, skip, limit).map(Hit::document).filter(Objects::nonNull);
    }

    private Stream<Hit> hits(Document query, @Nullable Document orderBy, long skip, long limit) {
        if (isNaturalDescending(orderBy)) {
            return cut(all(true).map(Hit::new).filter(hit -> hit.matches(query)), skip, limit);
        }
        var sort = orderBy == null || orderBy.containsKey("$natural") ? new Document() : orderBy;
        var plan = new Planner(indexes).plan(query, sort, limit == 0 ? 0 : skip + limit);
        var matching = plan.positions().map(Hit::new).filter(hit -> query.isEmpty() || hit.matches(query));
        return cut(sort.isEmpty() || plan.ordered() ? matching : sorted(matching, new SortKeys(sort)), skip, limit);
    }

    private record Sortable(byte[] key, byte[] position) {}

    private Stream<Hit> sorted(Stream<Hit> hits, SortKeys keys) {
        return hits.map(hit -> new Sortable(keys.of(hit.document()), hit.position))
                .sorted(Comparator.comparing(Sortable::key, Arrays::compareUnsigned))
                .map(each -> new Hit(each.position()));
    }

    private static Stream<Hit> cut(Stream<Hit> hits, long skip, long limit) {
        var rest = skip > 0 ? hits.skip(skip) : hits;
        return limit > 0 ? rest.limit(limit) : rest;
    }

    private Stream<byte[]> all(boolean reverse) {
        return new Plan(List.of(new Plan.Scan(byId, List.of(KeyRange.ALL), reverse)), true).positions();
    }

    @Override
    protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
            @Nullable Document fields) {
        var hits = hits(query, orderBy, skip, updatingOne == Thread.currentThread() ? 1 : limit).iterator();
        var found = new Loaded<>(hits, hit -> project(hit.document(), fields));
        if (batchSize <= 0) {
            return new QueryResult(() -> found);
        }
        var first = Batches.next(found, batchSize);
        if (!hits.hasNext()) {
            return new QueryResult(first);
        }
        var positions = new ArrayDeque<byte[]>();
        hits.forEachRemaining(hit -> positions.add(hit.position));
        var rest = new Loaded<>(Batches.draining(positions), position -> project(getDocument(position), fields));
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
        return matcher.matches(document, query);
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
        var exact = new Planner(indexes).exact(query);
        var found = exact == null
                ? hits(query, null, skip, Math.max(0, limit))
                : cut(exact.positions().map(Hit::new), skip, Math.max(0, limit));
        return Math.toIntExact(found.count());
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
            all(false).forEach(position -> {
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
        var others = getIndexes().stream().map(IndexedKeys.class::cast).filter(index -> !(index instanceof IdIndex));
        indexes = Stream.concat(Stream.of(byId), others).toList();
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
        var stored = documents.get(position);
        return stored == null ? null : StoredDocuments.decode(stored);
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return all(false).map(position -> new DocumentWithPosition<>(getDocument(position), position));
    }

    @Override
    protected QueryResult matchDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** Compares every index with every document: the answer says which indexes differ. */
    @Override
    public Document validate() {
        List<String> errors = new ArrayList<>();
        for (var index : indexes) {
            if (index instanceof OrderedIndex ordered && !isExact(ordered)) {
                errors.add("index " + index.getName() + " does not fit the documents: drop it and create it again");
            }
        }
        return super.validate().append("valid", errors.isEmpty()).append("errors", errors);
    }

    private boolean isExact(OrderedIndex index) {
        var counts = all(false).mapToLong(position -> index.countEntries(getDocument(position))).toArray();
        return Arrays.stream(counts).allMatch(count -> count >= 0)
                && Arrays.stream(counts).sum() == index.table().size();
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
        var cursor = documents.cursor(KeyRange.ALL, false);
        long size = 0;
        while (cursor.hasNext()) {
            cursor.next();
            size += cursor.getValue().length;
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
