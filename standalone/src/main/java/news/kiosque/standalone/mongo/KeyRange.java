package news.kiosque.standalone.mongo;

/** A stretch of a table's keys, compared as unsigned bytes; both ends belong to it. */
record KeyRange(byte[] from, byte[] to) {

    private static final byte AFTER_ALL = (byte) 0xFF;

    static final KeyRange ALL = new KeyRange(new byte[0], new byte[]{AFTER_ALL});

    /** Every key from the first that begins with {@code low} to the last that begins with {@code high}. */
    static KeyRange ofPrefixes(byte[] low, byte[] high) {
        return new KeyRange(low, KeyEncoder.concat(high, new byte[]{AFTER_ALL}));
    }
}
