package news.kiosque.articles.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Names for contents: the same for the same, another for anything else. */
public final class Digests {

    private Digests() {}

    /** SHA-256 in hexadecimal. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    /** The id that a name has for ever (UUIDv5, RFC 9562 §5.5). */
    public static String uuid(UUID namespace, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + bytes.length).putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits()).put(bytes);
        ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", named.array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
