package news.kiosque.standalone.mongo;

import java.util.Arrays;
import java.util.List;

/** Encoded values from the first that begins with {@code low} to the last that begins with {@code high}; a point is one. */
record Interval(byte[] low, byte[] high, boolean point) {

    private static final byte[] LOWEST = new byte[0];

    Interval(byte[] low, byte[] high) {
        this(low, high, false);
    }

    static Interval point(byte[] value) {
        return new Interval(value, value, true);
    }

    /** Where all of them lie. */
    static Interval intersection(List<Interval> intervals) {
        var low = LOWEST;
        byte[] high = null;
        for (var interval : intervals) {
            low = Arrays.compareUnsigned(interval.low, low) > 0 ? interval.low : low;
            high = high == null || isLower(interval.high, high) ? interval.high : high;
        }
        return new Interval(low, high);
    }

    /** Of two ends that count with all that begins with them, the shorter is the higher when it begins the other. */
    private static boolean isLower(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        if (difference == Math.min(one.length, other.length)) {
            return one.length > other.length;
        }
        return Arrays.compareUnsigned(one, other) < 0;
    }
}
