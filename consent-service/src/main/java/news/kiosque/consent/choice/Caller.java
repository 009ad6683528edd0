package news.kiosque.consent.choice;

import java.util.Optional;

import news.kiosque.consent.ledger.Hmac;
import news.kiosque.consent.ledger.ReaderId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Who asks, as far as the request tells.
 *
 * @param reader of the cookie {@code csid}, if there is a whole one; whether we gave it out only the ledger knows
 * @param idempotencyKey that the client gave
 */
record Caller(Optional<ReaderId> reader, @Nullable String idempotencyKey, boolean globalPrivacyControl) {
    private static final String KEY_SHAPE = "[\\x21-\\x7e]{1,128}";
    private static final int UNGUESSABLE = 16;

    /** @throws Refused when the Idempotency-Key is none */
    static Caller of(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        Optional<ReaderId> reader = ReaderId.of(exchange.getRequest());
        String key = headers.getFirst("Idempotency-Key");
        if (key != null && (!key.matches(KEY_SHAPE) || reader.isEmpty() && key.length() < UNGUESSABLE)) {
            throw Refused.badKey();
        }
        return new Caller(reader, key, "1".equals(headers.getFirst("Sec-GPC")));
    }

    /**
     * Somebody new. Where the answer to a first request was lost, the repeated one finds the same new reader: the id comes
     * from the key, which is as secret as a cookie, and from the cookie that nobody was given.
     */
    ReaderId newReader(byte[] secret) {
        if (idempotencyKey == null || idempotencyKey.length() < UNGUESSABLE) {
            return ReaderId.random();
        }
        String from = idempotencyKey + reader.map(unknown -> " " + unknown.value()).orElse("");
        return ReaderId.of(Hmac.of(secret, "reader ".getBytes(US_ASCII), from.getBytes(US_ASCII)));
    }
}
