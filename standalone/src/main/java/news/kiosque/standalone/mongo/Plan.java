package news.kiosque.standalone.mongo;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where to look for what matches a query: stretches of indexes, and whether that gives the order asked for. */
record Plan(List<Scan> scans, boolean ordered) {

    /** Stretches of one index, read forwards or backwards. */
    record Scan(IndexedKeys index, List<KeyRange> ranges, boolean reverse) {

        long entries() {
            return ranges.stream().mapToLong(index.table()::count).sum();
        }

        private Stream<byte[]> positions() {
            return ranges.stream().flatMap(this::positions);
        }

        private Stream<byte[]> positions(KeyRange range) {
            var cursor = index.table().cursor(range, reverse);
            Iterator<byte[]> positions = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return cursor.hasNext();
                }

                @Override
                public byte[] next() {
                    var key = cursor.next();
                    return index.position(key, cursor.getValue());
                }
            };
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(positions, Spliterator.ORDERED), false);
        }

        /** A document has several entries with arrays, and for a moment while it changes. */
        private boolean mayRepeat() {
            return index instanceof OrderedIndex;
        }
    }

    long entries() {
        return scans.stream().mapToLong(Scan::entries).sum();
    }

    /** The keys of the documents that may match, each once. */
    Stream<byte[]> positions() {
        var positions = scans.stream().flatMap(Scan::positions);
        if (scans.size() == 1 && !scans.getFirst().mayRepeat()) {
            return positions;
        }
        var seen = new TreeSet<byte[]>(Arrays::compareUnsigned);
        return positions.filter(seen::add);
    }
}
