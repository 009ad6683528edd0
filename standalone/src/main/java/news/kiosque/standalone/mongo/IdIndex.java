package news.kiosque.standalone.mongo;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;

/** The order of the documents by id: the collection's own table. */
final class IdIndex extends IndexedKeys {

    static final String ID = "_id";

    private final Table documents;

    IdIndex(String name, Table documents) {
        super(name, List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    List<Field> order() {
        return fields();
    }

    @Override
    boolean holdsArrays(int field) {
        return false;
    }

    @Override
    Document filter() {
        return new Document();
    }

    @Override
    Table table() {
        return documents;
    }

    @Override
    byte[] position(byte[] key, byte[] value) {
        return key;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public byte[] getPosition(Document document) {
        return KeyEncoder.encode(document.get(ID));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        if (documents.get(getPosition(document)) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
        }
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {
        // the document itself is the entry
    }

    @Override
    public byte[] remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<byte[]> collection) {
        // an id never changes
    }

    @Override
    public void updateInPlace(Document old, Document changed, byte[] position, MongoCollection<byte[]> collection) {
        // an id never changes
    }
}
