package news.kiosque.standalone.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What a backup looks like from outside. */
final class Format {
    static final String NAME = "kiosque-backup ";
    static final int VERSION = 1;
    static final byte[] LINE = (NAME + VERSION + "\n").getBytes(US_ASCII);
    static final int DIGEST_BYTES = 32;
    static final int END_OF_PART = -1;
    static final String END = "";

    private Format() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
