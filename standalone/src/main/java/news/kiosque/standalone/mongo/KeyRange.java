package news.kiosque.standalone.mongo;

import java.util.Arrays;

/** A stretch of a table's keys, compared as unsigned bytes; both ends belong to it. */
record KeyRange(byte[] from, byte[] to) {

    private static final byte HIGHEST = (byte) 0xFF;

    static final KeyRange ALL = new KeyRange(new byte[0], new byte[]{HIGHEST});

    /** Every key from the first that begins with {@code low} to the last that begins with {@code high}. */
    static KeyRange ofPrefixes(byte[] low, byte[] high) {
        return new KeyRange(low, after(high));
    }

    /** The first key behind all that begin so. */
    private static byte[] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == HIGHEST) {
            last--;
        }
        if (last < 0) {
            return ALL.to();
        }
        var after = Arrays.copyOf(prefix, last + 1);
        after[last]++;
        return after;
    }
}
