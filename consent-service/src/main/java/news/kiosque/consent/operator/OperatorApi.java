package news.kiosque.consent.operator;

import java.util.Set;

import news.kiosque.consent.ledger.InclusionProof;
import news.kiosque.consent.ledger.LedgerCheck;
import news.kiosque.consent.ledger.LedgerVerification;
import news.kiosque.consent.notice.JurisdictionStore;
import news.kiosque.consent.notice.Jurisdictions;
import news.kiosque.consent.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

import static news.kiosque.consent.operator.Administrators.only;

/** For administrators, under {@code /api/v1/consent}. */
@RestController
class OperatorApi {
    private final LedgerVerification ledger;
    private final JurisdictionStore jurisdictions;
    private final Notices notices;

    OperatorApi(LedgerVerification ledger, JurisdictionStore jurisdictions, Notices notices) {
        this.ledger = ledger;
        this.jurisdictions = jurisdictions;
        this.notices = notices;
    }

    /** Walks the whole ledger: some ten seconds for a million records. */
    @GetMapping("/api/v1/consent/ledger/verification")
    Mono<LedgerCheck.Verdict> verify(Authentication who) {
        return only(who).then(Mono.defer(ledger::verify));
    }

    @GetMapping("/api/v1/consent/ledger/proofs/{record}")
    Mono<InclusionProof> prove(@PathVariable String record, Authentication who) {
        return only(who).then(Mono.defer(() -> ledger.prove(record)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                        "No such record is under a seal; a new one is within a second.")));
    }

    @GetMapping("/api/v1/consent/jurisdictions")
    Mono<Jurisdictions> jurisdictions(Authentication who) {
        return only(who).then(Mono.defer(jurisdictions::get));
    }

    @PutMapping("/api/v1/consent/jurisdictions")
    Mono<Jurisdictions> set(@RequestBody Mono<Places> wanted, Authentication who) {
        return only(who).then(wanted).map(Places::jurisdictions).flatMap(jurisdictions::set)
                .flatMap(set -> notices.publish().thenReturn(set));
    }

    /** Jurisdictions as they are sent; checked only when they are read whole. */
    record Places(@Nullable Set<String> optOut, @Nullable Set<String> implied) {
        Jurisdictions jurisdictions() {
            return new Jurisdictions(optOut == null ? Set.of() : optOut, implied == null ? Set.of() : implied);
        }
    }
}
