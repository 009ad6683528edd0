package news.kiosque.consent.ledger;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The Ed25519 key that signs seals and receipts, from a JWK (RFC 8037). */
public final class SigningKey {
    private final String id;
    private final String x;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    /** @throws IllegalArgumentException when it is not a private Ed25519 key with an id */
    public SigningKey(Map<String, ?> jwk) {
        if (!"OKP".equals(jwk.get("kty")) || !"Ed25519".equals(jwk.get("crv"))) {
            throw new IllegalArgumentException("The ledger's signing key must be an Ed25519 JWK (kty OKP)");
        }
        id = text(jwk, "kid");
        x = text(jwk, "x");
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            privateKey = factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519,
                    Base64.getUrlDecoder().decode(text(jwk, "d"))));
            publicKey = factory
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519,
                            point(Base64.getUrlDecoder().decode(x))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The ledger's signing key cannot be read", e);
        }
        if (!verifies(id, sign(id))) {
            throw new IllegalArgumentException("The two halves of the ledger's signing key do not match");
        }
    }

    public String id() {
        return id;
    }

    /** The half that anybody may have, as a JWK. */
    public Map<String, String> publicJwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "kid", id, "x", x);
    }

    /** Base64url of the signature over the text's UTF-8 bytes. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    public boolean verifies(String text, String base64url) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey);
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
        throw new IllegalArgumentException("The ledger's signing key has no " + name);
    }

    /** RFC 8032, section 5.1.2: little-endian y, the highest bit tells whether x is odd. */
    private static EdECPoint point(byte[] littleEndian) {
        byte[] y = new byte[littleEndian.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = littleEndian[y.length - 1 - i];
        }
        boolean xOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        return new EdECPoint(xOdd, new BigInteger(1, y));
    }
}
