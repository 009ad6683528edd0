package news.kiosque.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of text, as policies and validators write it. */
public final class ContentHash {

    private ContentHash() {}

    /** {@code sha256-…} in Base64, as in a Content-Security-Policy. */
    public static String sha256(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(digest(text));
    }

    /** The first 32 bits in hex: enough to tell a handful of variants apart. */
    public static String shortHex(String text) {
        return HexFormat.of().formatHex(digest(text), 0, 4);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
