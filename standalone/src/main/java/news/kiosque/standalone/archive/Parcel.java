package news.kiosque.standalone.archive;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Some lines that are sent together. */
final class Parcel {
    private static final int LINES = 128;
    private static final int BYTES = 1_000_000;

    private final List<Long> numbers = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    void add(long number, byte[] line) {
        numbers.add(number);
        lines.writeBytes(line);
        lines.write('\n');
    }

    boolean isFull() {
        return numbers.size() >= LINES || lines.size() >= BYTES;
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The numbers of its lines in the whole archive. */
    List<Long> numbers() {
        return numbers;
    }

    byte[] bytes() {
        return lines.toByteArray();
    }
}
