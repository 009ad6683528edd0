package news.kiosque.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** Ed25519 keys as JWK, made for a test. */
public final class LedgerTestKeys {

    private LedgerTestKeys() {}

    public static Map<String, Object> signingJwk(String id) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            var point = ((EdECPublicKey) pair.getPublic()).getPoint();
            byte[] x = new byte[32];
            byte[] y = point.getY().toByteArray();
            for (int i = 0; i < Math.min(32, y.length); i++) {
                x[i] = y[y.length - 1 - i];
            }
            if (point.isXOdd()) {
                x[31] |= (byte) 0x80;
            }
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return Map.of("kty", "OKP", "crv", "Ed25519", "kid", id, "x", base64.encodeToString(x), "d",
                    base64.encodeToString(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a signing key to a folder of keys that has none. */
    public static Path completed(Path folder) {
        Path file = folder.resolve("ledger-signing.jwk");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, new JsonMapper().writeValueAsString(signingJwk("ledger-test")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
