package news.kiosque.consent.choice;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import news.kiosque.consent.ledger.Hmac;
import news.kiosque.consent.ledger.ReaderId;
import news.kiosque.proof.Hashes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * How fast choices may come: of one reader, and from one place on the network. Nothing of it is stored or logged. The
 * gateway sends not the place but a tag that it makes anew each hour; tag and reader are known here only by a hash under a
 * salt of this process, that changes each hour as well.
 */
@Component
class Pace {
    /** What the gateway says instead of an address; it drops what a client says. */
    static final String PLACE = "X-Kiosque-Peer";
    private static final long SALT_LIFE = Duration.ofHours(1).toNanos();

    private final Allowances readers;
    private final Allowances places;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private byte[] salt = new byte[32];
    private long saltedAt;

    @Autowired
    Pace(PaceProperties properties) {
        this(properties, System::nanoTime);
    }

    /** @param nanos a monotonic clock */
    Pace(PaceProperties properties, LongSupplier nanos) {
        readers = new Allowances(properties.readerBurst(), properties.readerEvery(), properties.remembered());
        places = new Allowances(properties.placeBurst(), properties.placeEvery(), properties.remembered());
        this.nanos = nanos;
        saltedAt = nanos.getAsLong();
        random.nextBytes(salt);
    }

    /** @throws Refused with 429 when the reader, or the place, has to wait */
    void check(ServerHttpRequest request) {
        Duration wait = take(ReaderId.of(request).map(ReaderId::value), place(request));
        if (wait.isPositive()) {
            throw Refused.tooFast(wait);
        }
    }

    /** How long to wait; zero when it may go on, which counts then. */
    synchronized Duration take(Optional<String> reader, String place) {
        long now = nanos.getAsLong();
        if (now - saltedAt > SALT_LIFE) {
            random.nextBytes(salt);
            saltedAt = now;
        }
        Duration wait = places.take(salted(place), now);
        return wait.isPositive() || reader.isEmpty() ? wait : readers.take(salted(reader.get()), now);
    }

    private String salted(String text) {
        return Hashes.hex(Hmac.of(salt, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String place(ServerHttpRequest request) {
        String tag = request.getHeaders().getFirst(PLACE);
        var peer = request.getRemoteAddress();
        return tag != null || peer == null ? String.valueOf(tag) : peer.getHostString();
    }
}
