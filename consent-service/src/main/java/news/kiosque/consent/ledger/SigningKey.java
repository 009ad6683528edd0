package news.kiosque.consent.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;

import news.kiosque.proof.VerifyingKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The Ed25519 key that signs seals and receipts, from a JWK (RFC 8037). */
public final class SigningKey {
    private final PrivateKey key;
    private final VerifyingKey verifying;

    /** @throws IllegalArgumentException when it is not a private Ed25519 key with an id */
    public SigningKey(Map<String, ?> jwk) {
        verifying = new VerifyingKey(jwk);
        if (!(jwk.get("d") instanceof String secret)) {
            throw new IllegalArgumentException("The ledger's signing key has no d");
        }
        try {
            key = KeyFactory.getInstance("Ed25519").generatePrivate(
                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Base64.getUrlDecoder().decode(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The ledger's signing key cannot be read", e);
        }
        if (!verifying.verifies(id(), sign(id()))) {
            throw new IllegalArgumentException("The two halves of the ledger's signing key do not match");
        }
    }

    public String id() {
        return verifying.id();
    }

    /** The half that anybody may have. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Base64url of the signature over the text's UTF-8 bytes. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }
}
