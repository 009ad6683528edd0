package news.kiosque.standalone.mongo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.jspecify.annotations.Nullable;

/** A secondary index: field values in their order, then the document's id; several entries for a document with an array. */
final class OrderedIndex extends IndexedKeys {

    private final boolean unique;
    private final Document filter;
    private final Table table;
    private final Table traits;
    private final byte[] traitsKey;
    private final List<Field> order;
    private final boolean built;
    private volatile int arrays;

    /** @param built whether all documents that are there are in it */
    OrderedIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique, Document filter, Table table,
            Table traits, boolean built) {
        super(name, keys, sparse);
        this.built = built;
        this.unique = unique;
        this.filter = filter;
        this.table = table;
        this.traits = traits;
        this.traitsKey = KeyEncoder.encode(table.name());
        var known = traits.get(traitsKey);
        this.arrays = known == null ? 0 : ByteBuffer.wrap(known).getInt();
        this.order = new ArrayList<>(fields());
        order.add(new Field(FieldPath.of(IdIndex.ID), fields().getLast().ascending()));
    }

    boolean isBuilt() {
        return built;
    }

    @Override
    List<Field> order() {
        return order;
    }

    @Override
    boolean holdsArrays(int field) {
        return (arrays & 1 << field) != 0;
    }

    @Override
    Document filter() {
        return filter;
    }

    @Override
    Table table() {
        return table;
    }

    @Override
    byte[] position(byte[] key, byte[] value) {
        return value;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public byte @Nullable [] getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        check(document, KeyEncoder.encode(document.get(IdIndex.ID)), collection);
    }

    @Override
    public void checkUpdate(Document old, Document changed, MongoCollection<byte[]> collection) {
        check(changed, KeyEncoder.encode(old.get(IdIndex.ID)), collection);
    }

    private void check(Document document, byte[] position, MongoCollection<byte[]> collection) {
        var entries = entries(document);
        if (!unique) {
            return;
        }
        for (var key : entries.keys()) {
            var holders = table.cursor(KeyRange.ofPrefixes(key, key), false);
            while (holders.hasNext()) {
                holders.next();
                if (!Arrays.equals(holders.getValue(), position)) {
                    var values = fields().stream().map(field -> field.path().in(document).values().iterator().next())
                            .toList();
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
                }
            }
        }
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {
        var entries = entries(document);
        noteArrays(entries.arrays());
        entries.keys().forEach(key -> table.put(withId(key, position), position));
    }

    @Override
    public byte @Nullable [] remove(Document document) {
        var position = KeyEncoder.encode(document.get(IdIndex.ID));
        entries(document).keys().forEach(key -> table.remove(withId(key, position)));
        return null;
    }

    /** Adds before it removes, so that who reads meanwhile finds the document at one of both places. */
    @Override
    public void updateInPlace(Document old, Document changed, byte[] position, MongoCollection<byte[]> collection) {
        var before = entries(old).keys();
        var after = entries(changed);
        noteArrays(after.arrays());
        for (var key : after.keys()) {
            if (!before.contains(key)) {
                table.put(withId(key, position), position);
            }
        }
        for (var key : before) {
            if (!after.keys().contains(key)) {
                table.remove(withId(key, position));
            }
        }
    }

    /** How many entries the document has, or -1 when one of them is missing. */
    int countEntries(Document document) {
        var position = KeyEncoder.encode(document.get(IdIndex.ID));
        var keys = entries(document).keys();
        boolean complete = keys.stream().allMatch(key -> Arrays.equals(table.get(withId(key, position)), position));
        return complete ? keys.size() : -1;
    }

    private byte[] withId(byte[] key, byte[] position) {
        return KeyEncoder.concat(key, order.getLast().directed(position));
    }

    private void noteArrays(int seen) {
        if ((arrays | seen) != arrays) {
            arrays |= seen;
            traits.put(traitsKey, ByteBuffer.allocate(Integer.BYTES).putInt(arrays).array());
        }
    }
}
