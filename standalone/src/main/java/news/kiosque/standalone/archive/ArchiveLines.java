package news.kiosque.standalone.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/** The lines of an archive one after the other; of one that is too long no more is kept than a line may have. */
final class ArchiveLines {
    /** As much as the suite takes. */
    static final int MAX_BYTES = 2_000_000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    ArchiveLines(InputStream in) {
        this.in = in;
    }

    /** @param bytes without the line's end; null when it has too many */
    record Line(long number, byte @Nullable [] bytes) {

        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next one, or null at the end. */
    @Nullable
    Line next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean begun = false;
        boolean tooLong = false;
        while (fill()) {
            begun = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - from > MAX_BYTES;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            from = end + 1;
            if (end < to) {
                return new Line(++number, tooLong ? null : line.toByteArray());
            }
        }
        return begun ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
    }

    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = in.read(buffer);
        return to > 0;
    }
}
