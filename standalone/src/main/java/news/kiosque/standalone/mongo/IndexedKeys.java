package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;

/** An index that lies in a table: what a plan needs to know of it. */
abstract class IndexedKeys extends Index<byte[]> {

    /** One field of the index and its direction. */
    record Field(FieldPath path, boolean ascending) {
        String name() {
            return path.name();
        }

        byte[] directed(byte[] encoded) {
            return ascending ? encoded : KeyEncoder.invert(encoded);
        }
    }

    private final List<Field> fields;

    IndexedKeys(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(key -> new Field(FieldPath.of(key.getKey()), key.isAscending())).toList();
    }

    List<Field> fields() {
        return fields;
    }

    /** The fields by which its entries are ordered: its own, and the id to tell equal ones apart. */
    abstract List<Field> order();

    /** Whether any document had an array at this field. */
    abstract boolean holdsArrays(int field);

    /** Whether only documents are in it that this filter matches; empty when all are. */
    abstract Document filter();

    abstract Table table();

    /** The key of the document to which an entry belongs. */
    abstract byte[] position(byte[] key, byte[] value);

    boolean sparse() {
        return isSparse();
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<byte[]> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by the collection");
    }

    @Override
    public long getCount() {
        return table().size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // its table is dropped by the database
    }

    /** Which field values of the index the document has, in the index's order, and where it has arrays. */
    record Entries(SequencedSet<byte[]> keys, int arrays) {}

    Entries entries(Document document) {
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        if (!filter().isEmpty() && !new DefaultQueryMatcher().matches(document, filter())) {
            return new Entries(keys, 0);
        }
        List<FieldPath.Found> found = fields.stream().map(field -> field.path().in(document)).toList();
        if (isSparse() && found.stream().allMatch(FieldPath.Found::missing)) {
            return new Entries(keys, 0);
        }
        refuseParallelArrays(found);
        List<byte[]> prefixes = List.of(new byte[0]);
        int arrays = 0;
        for (int i = 0; i < fields.size(); i++) {
            arrays |= found.get(i).array() ? 1 << i : 0;
            prefixes = extend(prefixes, fields.get(i), found.get(i));
        }
        keys.addAll(prefixes);
        return new Entries(keys, arrays);
    }

    private static List<byte[]> extend(List<byte[]> prefixes, Field field, FieldPath.Found found) {
        List<byte[]> extended = new ArrayList<>(prefixes.size() * found.values().size());
        for (var value : found.values()) {
            var encoded = field.directed(KeyEncoder.encode(value));
            prefixes.forEach(prefix -> extended.add(KeyEncoder.concat(prefix, encoded)));
        }
        return extended;
    }

    private void refuseParallelArrays(List<FieldPath.Found> found) {
        var arrays = new TreeSet<String>(Comparator.naturalOrder());
        for (int i = 0; i < fields.size(); i++) {
            if (found.get(i).array()) {
                arrays.add(fields.get(i).path().steps().getFirst());
            }
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(arrays);
        }
    }
}
