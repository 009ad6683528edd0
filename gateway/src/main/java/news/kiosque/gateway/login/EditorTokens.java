package news.kiosque.gateway.login;

import news.kiosque.platform.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Reads who is asking from an {@code Authorization} header. */
final class EditorTokens {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 4096;

    private final ReactiveJwtDecoder verifier;

    EditorTokens(ReactiveJwtDecoder verifier) {
        this.verifier = verifier;
    }

    /** @return the editor, or the error {@link NotSignedIn} */
    Mono<Editor> read(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.error(NotSignedIn::withoutToken);
        }
        if (authorization.length() > LONGEST) {
            return Mono.error(NotSignedIn::withInvalidToken);
        }
        return verifier.decode(authorization.substring(SCHEME.length()).strip()).flatMap(EditorTokens::editor)
                .onErrorMap(JwtException.class, _ -> NotSignedIn.withInvalidToken());
    }

    private static Mono<Editor> editor(Jwt token) {
        String name = token.getSubject();
        String role = token.getClaimAsString(Tokens.ROLE_CLAIM);
        return name == null || role == null
                ? Mono.error(NotSignedIn::withInvalidToken)
                : Mono.just(new Editor(name, role));
    }
}
