package news.kiosque.articles.importer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Cuts a stream into numbered lines and keeps no more of one than a line may have, however long it is. */
final class LineSplitter {
    static final int MAX_BYTES = 2_000_000;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number = 1;

    /** @param bytes without the line's end; null when it has too many */
    record RawLine(long number, byte @Nullable [] bytes) {}

    /** The lines that end in this piece. */
    List<RawLine> next(byte[] bytes) {
        List<RawLine> ended = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                add(bytes, start, i);
                ended.add(end());
                start = i + 1;
            }
        }
        add(bytes, start, bytes.length);
        return ended;
    }

    /** The line after the last line's end, if there is one. */
    List<RawLine> last() {
        return begun.size() > 0 || tooLong ? List.of(end()) : List.of();
    }

    private void add(byte[] bytes, int from, int to) {
        if (tooLong || begun.size() + to - from > MAX_BYTES) {
            tooLong = true;
            begun.reset();
        } else {
            begun.write(bytes, from, to - from);
        }
    }

    private RawLine end() {
        RawLine line = new RawLine(number++, tooLong ? null : begun.toByteArray());
        begun.reset();
        tooLong = false;
        return line;
    }
}
