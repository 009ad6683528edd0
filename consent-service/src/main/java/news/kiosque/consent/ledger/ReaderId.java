package news.kiosque.consent.ledger;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import news.kiosque.proof.Hashes;
import org.springframework.http.server.reactive.ServerHttpRequest;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The 128 random bits in a reader's {@code csid} cookie. Only its hash is ever stored. */
public record ReaderId(String value) {
    public static final String COOKIE = "csid";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    public ReaderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A reader id is 22 characters of Base64url");
        }
    }

    public static ReaderId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** The first 128 bits of these, so that a repeated first request finds the reader that it has already made. */
    public static ReaderId of(byte[] bytes) {
        return new ReaderId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, BYTES)));
    }

    /** What a cookie says; empty when it is not one of ours. */
    public static Optional<ReaderId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ReaderId(text)) : Optional.empty();
    }

    /** Whose request this is; empty for a new reader and for a cookie that is not one of ours. */
    public static Optional<ReaderId> of(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE)).flatMap(cookie -> parse(cookie.getValue()));
    }

    String digest() {
        return Hashes.hex(Hashes.sha256(value.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return "ReaderId[…]";
    }
}
