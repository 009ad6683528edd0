package news.kiosque.platform.token;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The two kinds of token, both JWT with ES256: an editor's, and the gateway's for one service. */
public final class Tokens {
    public static final String LOGIN_ISSUER = "kiosque-login";
    public static final String LOGIN_AUDIENCE = "kiosque";
    public static final String GATEWAY_ISSUER = "kiosque-gateway";
    public static final String ROLE_CLAIM = "role";

    /** Two machines' clocks may differ by this much. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private Tokens() {}

    /** Verifies what an editor or a script sends to the gateway. */
    public static ReactiveJwtDecoder loginVerifier(JWKSet keys) {
        return verifier(keys, LOGIN_ISSUER, LOGIN_AUDIENCE);
    }

    /** Verifies what the gateway sends to this service. */
    public static ReactiveJwtDecoder serviceVerifier(JWKSet keys, String service) {
        return verifier(keys, GATEWAY_ISSUER, service);
    }

    private static ReactiveJwtDecoder verifier(JWKSet keys, String issuer, String audience) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<SecurityContext>(keys)));
        // The type may be left out.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(List.of(new JwtTimestampValidator(SKEW),
                        new JwtClaimValidator<>("exp", expiry -> expiry != null),
                        new JwtIssuerValidator(issuer),
                        new JwtClaimValidator<List<String>>("aud", all -> all != null && all.contains(audience)))));
        return token -> verify(decoder, token);
    }

    /** Verifying takes some 100 µs of CPU and waits for nothing, so it may run where it is called. */
    private static Mono<Jwt> verify(NimbusJwtDecoder decoder, String token) {
        try {
            return Mono.just(decoder.decode(token));
        } catch (JwtException e) {
            return Mono.error(e);
        }
    }
}
