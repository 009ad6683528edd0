package news.kiosque.consent.operator;

import java.nio.charset.StandardCharsets;

import news.kiosque.consent.ledger.KeyRotation;
import news.kiosque.consent.ledger.LedgerVerification;
import news.kiosque.proof.InclusionProof;
import news.kiosque.proof.LedgerCheck;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger for administrators: as lines to be checked elsewhere, checked here, and proofs of single records. */
@RestController
class LedgerApi {
    private static final int LINES_AT_ONCE = 200;

    private final LedgerVerification ledger;
    private final KeyRotation rotation;

    LedgerApi(LedgerVerification ledger, KeyRotation rotation) {
        this.ledger = ledger;
        this.rotation = rotation;
    }

    /** The whole ledger, for {@code ./kiosque consent verify} and whoever else does not take this service's word. */
    @GetMapping(path = "/api/v1/consent/ledger", produces = MediaType.TEXT_PLAIN_VALUE)
    Flux<DataBuffer> lines(Authentication who, ServerHttpResponse response) {
        DataBufferFactory buffers = response.bufferFactory();
        return Administrators.only(who).thenMany(ledger.lines().buffer(LINES_AT_ONCE)
                .map(lines -> buffers.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))));
    }

    /** 409 when the ledger is too large to be checked inside of this service. */
    @GetMapping("/api/v1/consent/ledger/verification")
    Mono<LedgerCheck.Verdict> verify(Authentication who) {
        return Administrators.only(who).then(Mono.defer(ledger::verify));
    }

    @GetMapping("/api/v1/consent/ledger/proofs/{record}")
    Mono<InclusionProof> prove(@PathVariable String record, Authentication who) {
        return Administrators.only(who).then(Mono.defer(() -> ledger.prove(record)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                        "No such record is under a seal; a new one is within a second.")));
    }

    /** Which keys wrap those of the subjects, by id. */
    @GetMapping("/api/v1/consent/ledger/wrapping-keys")
    Mono<KeyRotation.State> wrappingKeys(Authentication who) {
        return Administrators.only(who).then(Mono.defer(rotation::state));
    }

    /** A new wrapping key; the old one is destroyed when nothing living needs it. 409 where the folder of keys is not ours to write. */
    @PostMapping("/api/v1/consent/ledger/wrapping-keys")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<KeyRotation.State> rotate(Authentication who) {
        return Administrators.only(who).then(Mono.defer(rotation::rotate));
    }
}
