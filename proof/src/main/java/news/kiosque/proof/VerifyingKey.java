package news.kiosque.proof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The half of the ledger's Ed25519 key that anybody may have, from a JWK (RFC 8037). */
public final class VerifyingKey {
    private final String id;
    private final String x;
    private final PublicKey key;

    /** @throws IllegalArgumentException when it is not an Ed25519 key with an id */
    public VerifyingKey(Map<String, ?> jwk) {
        if (!"OKP".equals(jwk.get("kty")) || !"Ed25519".equals(jwk.get("crv"))) {
            throw new IllegalArgumentException("The ledger's key must be an Ed25519 JWK (kty OKP)");
        }
        id = text(jwk, "kid");
        x = text(jwk, "x");
        try {
            key = KeyFactory.getInstance("Ed25519").generatePublic(
                    new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(Base64.getUrlDecoder().decode(x))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The ledger's key cannot be read", e);
        }
    }

    public String id() {
        return id;
    }

    public Map<String, String> jwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "kid", id, "x", x);
    }

    /** Whether this is the key's signature over the text's UTF-8 bytes. */
    public boolean verifies(String text, String base64url) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(base64url));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(Map<String, ?> jwk, String name) {
        if (jwk.get(name) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("The ledger's key has no " + name);
    }

    /** RFC 8032, section 5.1.2: little-endian y, the highest bit tells whether x is odd. */
    private static EdECPoint point(byte[] littleEndian) {
        if (littleEndian.length != 32) {
            throw new IllegalArgumentException("The ledger's key must have 32 bytes");
        }
        byte[] y = new byte[littleEndian.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = littleEndian[y.length - 1 - i];
        }
        boolean xOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        return new EdECPoint(xOdd, new BigInteger(1, y));
    }
}
