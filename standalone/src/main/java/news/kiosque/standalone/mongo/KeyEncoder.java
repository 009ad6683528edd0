package news.kiosque.standalone.mongo;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into bytes whose unsigned order is MongoDB's order of values; no value's bytes begin another's.
 *
 * <p>The order is that of {@code de.bwaldvogel.mongo.backend.ValueComparator}: strings by UTF-16 unit, null as missing.
 */
final class KeyEncoder {

    private static final int MIN = 0x04;
    private static final int EMPTY_ARRAY = 0x08;
    private static final int NULL = 0x10;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int DOCUMENT = 0x38;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x48;
    private static final int LEGACY_UUID = 0x4C;
    private static final int UNIVERSAL_ID = 0x50;
    private static final int OBJECT_ID = 0x60;
    private static final int BOOLEAN = 0x68;
    private static final int DATE = 0x70;
    private static final int TIMESTAMP = 0x78;
    private static final int OTHER = 0x80;
    private static final int MAX = 0xF0;
    private static final int END = 0x00;
    private static final int ESCAPE = 0x01;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyEncoder() {}

    /** The bytes of one value. */
    static byte[] encode(@Nullable Object value) {
        var encoder = new KeyEncoder();
        encoder.value(value);
        return encoder.out.toByteArray();
    }

    /** The bytes with which every string that begins so begins. */
    static byte[] encodePrefix(String prefix) {
        var whole = encode(prefix);
        return Arrays.copyOf(whole, whole.length - 1);
    }

    /** The first byte of every value of this value's type. */
    static byte type(@Nullable Object value) {
        return encode(value)[0];
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var whole = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** The bytes that sort the other way round. */
    static byte[] invert(byte[] key) {
        var inverted = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            inverted[i] = (byte) ~key[i];
        }
        return inverted;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing _ -> out.write(NULL);
            case MinKey _ -> out.write(MIN);
            case MaxKey _ -> out.write(MAX);
            case Number number -> number(number);
            case String string -> string(STRING, string);
            case Map<?, ?> document -> document(document);
            case Collection<?> array -> array(array);
            case BinData data -> bytes(BINARY, data.getData());
            case LegacyUUID id -> universalId(LEGACY_UUID, id.getUuid(), Long.MIN_VALUE);
            case UUID id -> universalId(UNIVERSAL_ID, id, 0);
            case ObjectId id -> {
                out.write(OBJECT_ID);
                out.writeBytes(id.toByteArray());
            }
            case Boolean truth -> {
                out.write(BOOLEAN);
                out.write(truth ? 2 : 1);
            }
            case Instant date -> {
                out.write(DATE);
                int64(date.toEpochMilli() ^ Long.MIN_VALUE);
            }
            case BsonTimestamp timestamp -> {
                out.write(TIMESTAMP);
                int64(timestamp.getValue());
            }
            default -> string(OTHER, value.toString());
        }
    }

    /** As a double, then what a long has beyond it. */
    private void number(Number number) {
        out.write(NUMBER);
        double rounded = number.doubleValue();
        long bits = Double.doubleToLongBits(rounded == 0 ? 0.0 : rounded);
        int64(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        long beyond = number instanceof Long exact ? exact - (long) rounded : 0;
        int16((int) beyond + 0x8000);
    }

    private void string(int type, String string) {
        out.write(type);
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (unit <= ESCAPE) {
                out.write(ESCAPE);
                out.write(unit + 1);
            } else if (unit < 0x80) {
                out.write(unit);
            } else if (unit < 0x800) {
                out.write(0xC0 | unit >> 6);
                out.write(0x80 | unit & 0x3F);
            } else {
                out.write(0xE0 | unit >> 12);
                out.write(0x80 | unit >> 6 & 0x3F);
                out.write(0x80 | unit & 0x3F);
            }
        }
        out.write(END);
    }

    private void document(Map<?, ?> document) {
        out.write(DOCUMENT);
        document.forEach((field, value) -> {
            out.write(type(value));
            string(STRING, field.toString());
            value(value);
        });
        out.write(END);
    }

    private void array(Collection<?> array) {
        if (array.isEmpty()) {
            out.write(EMPTY_ARRAY);
            return;
        }
        out.write(ARRAY);
        List.copyOf(array.stream().map(Missing::ofNullable).toList()).forEach(this::value);
        out.write(END);
    }

    private void bytes(int type, byte[] bytes) {
        out.write(type);
        int64(bytes.length);
        out.writeBytes(bytes);
    }

    private void universalId(int type, UUID id, long flip) {
        out.write(type);
        int64(id.getMostSignificantBits() ^ flip);
        int64(id.getLeastSignificantBits() ^ flip);
    }

    private void int64(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    private void int16(int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
