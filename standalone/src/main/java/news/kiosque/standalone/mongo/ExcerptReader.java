package news.kiosque.standalone.mongo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Copies the wanted fields of a document from BSON to BSON, passing over all others by their length. */
final class ExcerptReader {

    private static final int DOCUMENT = 3;
    private static final int ARRAY = 4;
    private static final int REGULAR_EXPRESSION = 11;

    private final ByteBuffer in;
    private final ByteBuffer out;

    private ExcerptReader(byte[] document) {
        in = ByteBuffer.wrap(document).order(ByteOrder.LITTLE_ENDIAN);
        out = ByteBuffer.allocate(document.length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** BSON of those fields only, up to the buffer's limit. */
    static ByteBuffer read(byte[] document, Excerpt wanted) {
        var reader = new ExcerptReader(document);
        reader.fields(wanted, false);
        return reader.out.flip();
    }

    /** @param elements whether they are an array's, of each of which the same is wanted */
    private void fields(Excerpt wanted, boolean elements) {
        int begin = out.position();
        in.getInt();
        out.putInt(0);
        for (int start = in.position(), type = in.get(); type != 0; start = in.position(), type = in.get()) {
            var name = name();
            var part = elements ? wanted : wanted.of(name);
            int value = in.position();
            int end = value + length(type, value);
            if (part == null) {
                in.position(end);
            } else if (part.isWhole() || type != DOCUMENT && type != ARRAY) {
                copy(start, end);
            } else {
                copy(start, value);
                fields(part, type == ARRAY);
            }
        }
        out.put((byte) 0);
        out.putInt(begin, out.position() - begin);
    }

    private void copy(int from, int to) {
        out.put(in.array(), from, to - from);
        in.position(to);
    }

    private String name() {
        int from = in.position();
        in.position(afterText(from));
        return new String(in.array(), from, in.position() - from - 1, StandardCharsets.UTF_8);
    }

    private int afterText(int from) {
        int end = from;
        while (in.get(end) != 0) {
            end++;
        }
        return end + 1;
    }

    /** Of the value at this place, as the BSON specification has it for each type. */
    private int length(int type, int at) {
        return switch (type) {
            case 1, 9, 17, 18 -> 8;
            case 2, 13, 14 -> 4 + in.getInt(at);
            case DOCUMENT, ARRAY, 15 -> in.getInt(at);
            case 5 -> 5 + in.getInt(at);
            case 6, 10, -1, 127 -> 0;
            case 7 -> 12;
            case 8 -> 1;
            case REGULAR_EXPRESSION -> afterText(afterText(at)) - at;
            case 12 -> 16 + in.getInt(at);
            case 16 -> 4;
            case 19 -> 16;
            default -> throw new IllegalStateException("BSON has no type " + type);
        };
    }
}
