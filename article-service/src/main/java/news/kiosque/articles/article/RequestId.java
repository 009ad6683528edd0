package news.kiosque.articles.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import news.kiosque.articles.request.Malformed;
import org.jspecify.annotations.Nullable;

/** What makes a repeated request the same request. */
final class RequestId {
    private static final UUID NAMESPACE = UUID.fromString("5f0c8cf6-2d4b-4c8e-9a53-8f5d1a2f7b10");
    private static final int MAX_LENGTH = 255;

    private RequestId() {}

    /**
     * The id of what a request creates: with a key always the same for the same principal (UUIDv5, RFC 9562 §5.5).
     *
     * @throws Malformed when the key is too long
     */
    static String id(String principal, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (key.length() > MAX_LENGTH) {
            throw new Malformed("The Idempotency-Key must have at most " + MAX_LENGTH + " characters.");
        }
        byte[] name = (principal + "\n" + key.strip()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + name.length).putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits()).put(name);
        ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", named.array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** By which the same body is known again. */
    static String digest(byte[] body) {
        return HexFormat.of().formatHex(digest("SHA-256", body));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
