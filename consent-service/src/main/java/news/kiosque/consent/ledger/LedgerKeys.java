package news.kiosque.consent.ledger;

import java.util.Base64;
import java.util.Map;

import news.kiosque.platform.token.KeyFolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The key that signs for the ledger, from the folder of keys, and what is derived from it. */
@Component
public class LedgerKeys {
    static final String SIGNING_FILE = "ledger-signing.jwk";

    private final SigningKey signing;
    private final byte[] root;

    LedgerKeys(KeyFolder folder) {
        Map<String, Object> jwk = new JsonMapper().readValue(folder.read(SIGNING_FILE), new TypeReference<>() {
        });
        signing = new SigningKey(jwk);
        root = Base64.getUrlDecoder().decode((String) jwk.get("d"));
    }

    public SigningKey signing() {
        return signing;
    }

    /** A secret of its own for this use, the same at every start. */
    public byte[] secretFor(String use) {
        return Hmac.of(root, use.getBytes(UTF_8));
    }
}
