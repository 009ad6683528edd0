package news.kiosque.consent.ledger;

import java.util.Base64;
import java.util.Map;

import news.kiosque.platform.token.KeyFolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The ledger's two keys from the folder of keys: one signs, the other wraps the keys of subjects. */
@Component
public class LedgerKeys {
    static final String SIGNING_FILE = "ledger-signing.jwk";
    static final String WRAPPING_FILE = "ledger-wrapping.key";

    private final SigningKey signing;
    private final SecretBox wrapping;
    private final byte[] root;

    LedgerKeys(KeyFolder folder) {
        signing = new SigningKey(
                new JsonMapper().readValue(folder.read(SIGNING_FILE), new TypeReference<Map<String, Object>>() {
                }));
        byte[] key = Base64.getDecoder().decode(folder.read(WRAPPING_FILE));
        if (key.length != 32) {
            throw new IllegalArgumentException(WRAPPING_FILE + " must hold 32 bytes in Base64");
        }
        wrapping = new SecretBox(key);
        root = key;
    }

    public SigningKey signing() {
        return signing;
    }

    /** A secret of its own for this use, the same at every start. */
    public byte[] secretFor(String use) {
        return Hmac.of(root, use.getBytes(UTF_8));
    }

    SecretBox wrapping() {
        return wrapping;
    }
}
