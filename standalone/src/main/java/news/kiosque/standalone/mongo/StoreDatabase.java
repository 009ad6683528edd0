package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A database whose collections and indexes are tables of the store. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<byte[]> {

    private final StoreFile store;
    /** Of the indexes that are being made. */
    private final Map<String, Document> descriptions = new HashMap<>();

    StoreDatabase(String name, StoreFile store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** The names of all databases that have tables. */
    static List<String> names(StoreFile store) {
        return store.tableNames("data ").stream().map(table -> table.substring("data ".length()))
                .map(namespace -> namespace.substring(0, namespace.indexOf('.'))).distinct().toList();
    }

    @Override
    public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases,
            Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> super.handleCommand(channel, command, Conventions.inBatches(query), databases, oplog);
            case "aggregate" -> new Pipeline(this, databases, oplog, cursorRegistry).run(command, query);
            case "insert" -> Conventions.countInserted(query,
                    super.handleCommand(channel, command, query, databases, oplog));
            case "update" -> updateInOrder(channel, command, query, databases, oplog);
            case "dropindexes" -> dropIndexes((String) query.get(command), query.get("index"));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /** An ordered update ends at the first part that is refused. */
    private Document updateInOrder(Channel channel, String command, Document query, DatabaseResolver databases,
            Oplog oplog) {
        var updates = (List<?>) query.get("updates");
        if (!Conventions.isOrdered(query) || updates.size() < 2) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        var answers = new UpdateAnswers();
        for (var update : updates) {
            var single = new Document(query).append("updates", List.of(update));
            if (!answers.add(super.handleCommand(channel, command, single, databases, oplog))) {
                break;
            }
        }
        return answers.together();
    }

    @Override
    protected MongoCollection<byte[]> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, cursorRegistry, store.table(dataTable(name)));
    }

    @Override
    protected synchronized void addIndex(Document description) {
        var collection = Objects.toString(description.get("ns")).substring(getDatabaseName().length() + 1);
        var name = (String) description.get("name");
        var known = description(collection, name);
        if (known != null) {
            IndexDescriptions.refuseConflict(known, description);
            return;
        }
        descriptions.put(indexTable(collection, name), description);
        try {
            super.addIndex(description);
        } catch (RuntimeException e) {
            store.drop(indexTable(collection, name));
            throw e;
        } finally {
            descriptions.remove(indexTable(collection, name));
        }
    }

    private @Nullable Document description(String collection, String name) {
        var pending = descriptions.get(indexTable(collection, name));
        if (pending != null || indexes.get() == null) {
            return pending;
        }
        var query = new Document("ns", getFullCollectionNamespace(collection)).append("name", name);
        return indexes.get().handleQueryAsStream(query).findFirst().orElse(null);
    }

    @Override
    protected Index<byte[]> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.ID)
                ? new IdIndex(name, store.table(dataTable(collection)))
                : index(collection, name, keys, sparse, true);
    }

    @Override
    protected Index<byte[]> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        return index(collection, name, keys, sparse, false);
    }

    private Index<byte[]> index(String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        var description = Objects.requireNonNull(description(collection, name));
        var filter = (Document) description.getOrDefault("partialFilterExpression", new Document());
        var table = indexTable(collection, name);
        return new OrderedIndex(name, keys, sparse, unique, filter, store.table(table), store.table("index traits"),
                !descriptions.containsKey(table));
    }

    private Document dropIndexes(String collection, @Nullable Object which) {
        var found = resolveCollection(collection, false);
        if (found != null && indexes.get() != null) {
            var namespace = new Document("ns", getFullCollectionNamespace(collection));
            List<Document> dropped = new ArrayList<>();
            indexes.get().handleQueryAsStream(namespace)
                    .filter(index -> IndexDescriptions.isMeant(index, which)).forEach(dropped::add);
            if (dropped.isEmpty() && !"*".equals(which)) {
                throw new IndexNotFoundException("index not found with name [" + which + "]");
            }
            dropped.forEach(index -> drop(found, index));
        }
        return new Document("ok", 1.0);
    }

    private void drop(MongoCollection<byte[]> collection, Document index) {
        dropIndex(collection, (String) index.get("name"));
        indexes.get().removeDocument(index);
    }

    @Override
    protected void dropIndex(MongoCollection<byte[]> collection, String name) {
        super.dropIndex(collection, name);
        if (!name.equals("_id_")) {
            var table = indexTable(collection.getCollectionName(), name);
            store.table("index traits").remove(KeyEncoder.encode(table));
            store.drop(table);
        }
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.drop(dataTable(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new MongoServerError(238, "NotImplemented", "the embedded server does not rename collections");
    }

    @Override
    protected long getFileSize() {
        return store.size();
    }

    @Override
    protected long getStorageSize() {
        return store.size();
    }

    private String dataTable(String collection) {
        return "data " + getFullCollectionNamespace(collection);
    }

    private String indexTable(String collection, String index) {
        return "index " + getFullCollectionNamespace(collection) + " " + index;
    }
}
