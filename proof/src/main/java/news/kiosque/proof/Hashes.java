package news.kiosque.proof;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/** SHA-256, the ledger's hash. */
public final class Hashes {
    /** Stands where a first record or seal has nothing before it. */
    public static final String NONE = "0".repeat(64);

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    });

    private Hashes() {}

    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    public static String sha256Hex(String text) {
        return hex(sha256(text.getBytes(UTF_8)));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws IllegalArgumentException when it is not hex */
    public static byte[] unhex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** Whether it looks like one. */
    static boolean isHash(String text) {
        return text.length() == NONE.length() && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** The first 64 bits of a hash in hex: enough to know one again, too few to prove anything. */
    static long fingerprint(String hash) {
        return Long.parseUnsignedLong(hash, 0, 16, 16);
    }
}
