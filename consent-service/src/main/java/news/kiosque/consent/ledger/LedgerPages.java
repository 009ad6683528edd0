package news.kiosque.consent.ledger;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What anybody may have to check the ledger: its public key, and the roots that it has committed itself to. */
@RestController
class LedgerPages {
    private static final int LINES = 1_000;

    private final LedgerVerification ledger;
    private final LedgerKeys keys;

    LedgerPages(LedgerVerification ledger, LedgerKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** A line a seal: number, records so far, hash, time, signature; a thousand at most, from after this number. */
    @GetMapping(path = "/choix/v1/ledger/roots", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<String>> roots(@RequestParam(defaultValue = "0") long after) {
        return text(ledger.publishedAfter(after).take(LINES));
    }

    /** A line a day that is over: the day, and its last root in the same form. */
    @GetMapping(path = "/choix/v1/ledger/days", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<String>> days() {
        return text(ledger.days());
    }

    @GetMapping("/choix/v1/ledger/key")
    Map<String, String> key() {
        return keys.signing().verifying().jwk();
    }

    private static Mono<ResponseEntity<String>> text(Flux<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining())
                .map(body -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
    }
}
