package news.kiosque.consent.ledger;

import org.jspecify.annotations.Nullable;

/** Sealed bytes do not open: they were changed, or the key is another one. */
public class SealBroken extends RuntimeException {

    SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
