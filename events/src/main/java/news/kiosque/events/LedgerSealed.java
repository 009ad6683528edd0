package news.kiosque.events;

import java.time.Instant;

/**
 * The ledger of choices has committed itself to all that it held: whoever keeps this can show later that something was
 * changed or cut off.
 *
 * @param number of the seal, from 1 by one
 * @param total records under this seal and all before it
 * @param hash of the seal, in hex; the next seal is bound to it
 * @param keyId of the key that signed the seal
 * @param signature of the seal, Base64url
 */
public record LedgerSealed(long number, long total, String hash, Instant at, String keyId,
        String signature) implements Event {
    /** There is one ledger, so all of its seals stand in one line. */
    public static final String KEY = "ledger";

    @Override
    public String key() {
        return KEY;
    }
}
