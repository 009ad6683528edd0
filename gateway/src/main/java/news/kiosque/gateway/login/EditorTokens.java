package news.kiosque.gateway.login;

import java.time.Instant;

import news.kiosque.platform.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Reads who is asking from a token of {@code ./kiosque token}. */
final class EditorTokens {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 4096;

    private final ReactiveJwtDecoder verifier;

    EditorTokens(ReactiveJwtDecoder verifier) {
        this.verifier = verifier;
    }

    /**
     * @param authorization a header
     * @return the editor, or the error {@link NotSignedIn}
     */
    Mono<Editor> read(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.error(NotSignedIn::withoutToken);
        }
        return login(authorization.substring(SCHEME.length()).strip()).map(Session::editor);
    }

    /** @return the editor, and until when the token is good; or the error {@link NotSignedIn} */
    Mono<Session> login(String token) {
        if (token.length() > LONGEST) {
            return Mono.error(NotSignedIn::withInvalidToken);
        }
        return verifier.decode(token).flatMap(EditorTokens::session).onErrorMap(JwtException.class,
                _ -> NotSignedIn.withInvalidToken());
    }

    private static Mono<Session> session(Jwt token) {
        String name = token.getSubject();
        String role = token.getClaimAsString(Tokens.ROLE_CLAIM);
        Instant until = token.getExpiresAt();
        return name == null || role == null || until == null
                ? Mono.error(NotSignedIn::withInvalidToken)
                : Mono.just(new Session(new Editor(name, role), until));
    }
}
