package news.kiosque.platform.consent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the consent cookie by id: the first signs, all verify, so that keys can be changed without asking anew. */
public final class ConsentCookieKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String current;

    private ConsentCookieKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
        this.current = keys.keySet().iterator().next();
    }

    /**
     * @param lines a key a line: its id, a space, 32 bytes in Base64
     * @throws IllegalArgumentException when there is none, or one is not of that shape
     */
    public static ConsentCookieKeys parse(String lines) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.strip().split(" +");
            byte[] key = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
            if (key.length != BYTES) {
                throw new IllegalArgumentException("A consent key is an id, a space and 32 bytes in Base64");
            }
            keys.put(parts[0], new SecretKeySpec(key, ALGORITHM));
        });
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no consent key");
        }
        return new ConsentCookieKeys(keys);
    }

    String current() {
        return current;
    }

    String sign(String text) {
        return mac(keys.get(current), text);
    }

    boolean verifies(String key, String text, String mac) {
        SecretKey secret = keys.get(key);
        return secret != null && MessageDigest.isEqual(mac(secret, text).getBytes(StandardCharsets.US_ASCII),
                mac.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
