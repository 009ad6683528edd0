package news.kiosque.consent.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.ledger.Ledger;
import news.kiosque.consent.ledger.ReaderId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives readers what is theirs, and nobody else: the cookie {@code csid} says whose it is. */
@RestController
class ReceiptPages {
    private static final MediaType JWS = MediaType.parseMediaType("application/jose");

    private final Ledger ledger;
    private final Receipts receipts;

    ReceiptPages(Ledger ledger, Receipts receipts) {
        this.ledger = ledger;
        this.receipts = receipts;
    }

    @GetMapping("/choix/v1/receipts/{id}")
    Mono<ResponseEntity<String>> receipt(@PathVariable String id, ServerWebExchange exchange) {
        return Mono.justOrEmpty(ReaderId.of(exchange.getRequest())).flatMap(reader -> ledger.find(reader, id))
                .flatMap(receipts::sign)
                .map(receipt -> ResponseEntity.ok().contentType(JWS).cacheControl(CacheControl.noStore())
                        .body(receipt))
                .switchIfEmpty(Mono.defer(() -> ledger.isErased(id)).flatMap(erased -> Mono.error(erased
                        ? new ResponseStatusException(HttpStatus.GONE, "The record of this receipt was erased.")
                        : new ResponseStatusException(HttpStatus.NOT_FOUND, "This browser has no such receipt."))));
    }

    @GetMapping("/choix/v1/me/export")
    Mono<ResponseEntity<Export>> export(ServerWebExchange exchange) {
        return Mono.justOrEmpty(ReaderId.of(exchange.getRequest())).flatMapMany(ledger::history)
                .concatMap(entry -> receipts.sign(entry).map(receipt -> Export.Decision.of(entry, receipt)))
                .collectList().map(decisions -> {
                    if (decisions.isEmpty()) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND,
                                "There is nothing on record for this browser.");
                    }
                    return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                            .headers(headers -> headers.setContentDisposition(
                                    ContentDisposition.attachment().filename("kiosque-choix.json").build()))
                            .body(new Export(decisions));
                });
    }

    /** All that is on record of a reader, oldest first. */
    record Export(List<Decision> decisions) {

        /** One choice with its signed receipt. */
        record Decision(String id, String subject, long sequence, String choice, List<String> purposes, String notice,
                String textHash, String language, String mode, boolean globalPrivacyControl, Instant at,
                Instant expiresAt, String receipt) {

            static Decision of(Entry entry, String receipt) {
                var record = entry.record();
                var choice = entry.choice();
                return new Decision(record.id(), record.subject(), record.sequence(),
                        choice.kind().name().toLowerCase(Locale.ROOT), choice.purposes(), record.noticeVersion(),
                        record.noticeHash(), choice.language(), choice.mode(), choice.globalPrivacyControl(),
                        record.at(), record.expiresAt(), receipt);
            }
        }
    }
}
