package news.kiosque.consent.receipt;

import java.net.URI;
import java.util.Base64;

import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.ledger.LedgerKeys;
import news.kiosque.consent.ledger.SigningKey;
import news.kiosque.consent.notice.Notices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs receipts as JWS with EdDSA (RFC 8037); the same choice always gives the same receipt. */
@Component
class Receipts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private final Notices notices;
    private final Publisher publisher;
    private final URI site;

    Receipts(LedgerKeys keys, Notices notices, Publisher publisher, @Value("${kiosque.address}") URI site) {
        key = keys.signing();
        this.notices = notices;
        this.publisher = publisher;
        this.site = site;
    }

    /** Header, payload and signature in the compact form. */
    Mono<String> sign(Entry entry) {
        return notices.asked(entry.record().noticeHash()).map(shown -> sign(Receipt.of(entry, shown, site, publisher)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "The text of record " + entry.record().id() + " is not kept")));
    }

    private String sign(Receipt receipt) {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"consent-receipt+jws\",\"kid\":\"" + key.id() + "\"}";
        String signed = BASE64.encodeToString(header.getBytes(UTF_8)) + "." + BASE64
                .encodeToString(JSON.writeValueAsBytes(receipt));
        return signed + "." + key.sign(signed);
    }
}
