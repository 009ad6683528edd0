package news.kiosque.standalone.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Which ids came before in a file: 64 bits of a digest each, so that a million of them take 16 MB at most. */
final class SeenIds {
    private static final JsonFactory JSON = new JsonFactory();

    private final MessageDigest digest;
    private long[] table = new long[1 << 12];
    private int size;

    SeenIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id that a line says, or null when that cannot be read. */
    static @Nullable String id(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = parser.currentName().equals("id");
                var value = parser.nextToken();
                if (isId) {
                    return value == JsonToken.VALUE_STRING ? parser.getString() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** Whether it is new. */
    boolean add(String id) {
        long hash = ByteBuffer.wrap(digest.digest(id.getBytes(java.nio.charset.StandardCharsets.UTF_8))).getLong();
        boolean added = put(table, hash == 0 ? 1 : hash);
        size += added ? 1 : 0;
        if (size > table.length / 2) {
            var larger = new long[table.length * 2];
            Arrays.stream(table).filter(one -> one != 0).forEach(one -> put(larger, one));
            table = larger;
        }
        return added;
    }

    private static boolean put(long[] table, long hash) {
        int place = (int) hash & table.length - 1;
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = place + 1 & table.length - 1;
        }
        table[place] = hash;
        return true;
    }
}
