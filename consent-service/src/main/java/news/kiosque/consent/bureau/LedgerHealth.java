package news.kiosque.consent.bureau;

import java.time.Instant;
import java.time.InstantSource;

import news.kiosque.consent.ledger.LedgerVerification;
import news.kiosque.proof.LedgerCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the ledger was whole when this instance walked it last. */
@Component
public class LedgerHealth {
    private final LedgerVerification ledger;
    private final InstantSource clock;
    private volatile @Nullable Verified last;

    /** What came out, and when. */
    public record Verified(LedgerCheck.Verdict verdict, Instant at) {}

    LedgerHealth(LedgerVerification ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Nullable
    Verified last() {
        return last;
    }

    Mono<Verified> verify() {
        return ledger.verify().map(verdict -> new Verified(verdict, clock.instant()))
                .doOnNext(verified -> last = verified);
    }
}
