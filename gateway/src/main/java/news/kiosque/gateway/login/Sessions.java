package news.kiosque.gateway.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.nimbusds.jose.jwk.JWKSet;
import news.kiosque.platform.token.Role;
import news.kiosque.platform.token.Tokens;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Sessions at the bureau, each kept by its own browser in a cookie that only the gateway reads. A session is no token for
 * the API and a token is no session: who copies one gets no further than where it was meant for.
 */
final class Sessions {
    static final String COOKIE = "bureau";
    static final String PATH = "/bureau";
    /** A working day, and never longer than the token with which it began. */
    private static final Duration LONGEST = Duration.ofHours(10);
    private static final String AUDIENCE = "bureau";
    private static final int LONGEST_COOKIE = 2048;

    private final GatewaySignature signature;
    private final ReactiveJwtDecoder verifier;
    private final InstantSource clock;
    private final boolean secure;

    Sessions(GatewaySignature signature, JWKSet publicKeys, URI site, InstantSource clock) {
        this.signature = signature;
        this.verifier = Tokens.serviceVerifier(publicKeys, AUDIENCE);
        this.clock = clock;
        this.secure = "https".equals(site.getScheme());
    }

    /** @param until when the editor's token expires */
    ResponseCookie begin(Editor editor, Instant until) {
        Instant now = clock.instant();
        Instant end = until.isBefore(now.plus(LONGEST)) ? until : now.plus(LONGEST);
        return cookie(signature.sign(editor, AUDIENCE, now, end), Duration.between(now, end));
    }

    ResponseCookie end() {
        return cookie("", Duration.ZERO);
    }

    /** The session of this browser; empty when there is none that is valid. */
    Mono<Session> of(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(COOKIE);
        return cookie == null || cookie.getValue().length() > LONGEST_COOKIE
                ? Mono.empty()
                : verifier.decode(cookie.getValue()).flatMap(Sessions::session)
                        .onErrorResume(JwtException.class, _ -> Mono.empty());
    }

    private static Mono<Session> session(Jwt token) {
        return Mono.justOrEmpty(Role.named(token.getClaimAsString(Tokens.ROLE_CLAIM)))
                .map(role -> new Session(new Editor(token.getSubject(), role.claim()), token.getExpiresAt()));
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value).path(PATH).httpOnly(true).secure(secure).sameSite("Strict")
                .maxAge(life).build();
    }
}
