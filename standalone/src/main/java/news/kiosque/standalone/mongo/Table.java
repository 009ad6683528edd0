package news.kiosque.standalone.mongo;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An ordered map of the store; every change is also part of the command that is being written. */
final class Table {

    private final StoreFile store;
    private final MVMap<byte[], byte[]> map;

    Table(StoreFile store, MVMap<byte[], byte[]> map) {
        this.store = store;
        this.map = map;
    }

    String name() {
        return map.getName();
    }

    byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    void put(byte[] key, byte[] value) {
        store.changed(this, key, value, map.put(key, value));
    }

    byte @Nullable [] remove(byte[] key) {
        var old = map.remove(key);
        if (old != null) {
            store.changed(this, key, null, old);
        }
        return old;
    }

    /** Sets or removes the key without recording it. */
    void restore(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    int size() {
        return map.size();
    }

    /** The length of all values, which are read for it. */
    long bytes() {
        long bytes = 0;
        for (var cursor = cursor(KeyRange.ALL, false); cursor.hasNext();) {
            cursor.next();
            bytes += cursor.getValue().length;
        }
        return bytes;
    }

    /** The entries of the range in its order, as they are now: later changes are not seen. */
    Cursor<byte[], byte[]> cursor(KeyRange range, boolean reverse) {
        return reverse ? map.cursor(range.to(), range.from(), true) : map.cursor(range.from(), range.to(), false);
    }

    /** How many entries lie in the range. */
    long count(KeyRange range) {
        return Math.max(0, rank(range.to()) - rank(range.from()));
    }

    private long rank(byte[] key) {
        long index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }
}
