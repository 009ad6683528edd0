package news.kiosque.platform.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.test.StepVerifier;

class TokensTest {
    private final ECKey key = newKey();
    private final ReactiveJwtDecoder verifier = Tokens.serviceVerifier(new JWKSet(key.toPublicJWK()),
            "article-service");

    @Test
    void acceptsTheGatewaysToken() throws Exception {
        StepVerifier.create(verifier.decode(token(claims(), key))).expectNextMatches(
                token -> token.getSubject().equals("ada") && token.getClaimAsString("role").equals("editor"))
                .verifyComplete();
    }

    @Test
    void refusesATokenForAnotherService() throws Exception {
        refuses(token(claims().audience("consent-service"), key));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws Exception {
        refuses(token(claims().issuer(Tokens.LOGIN_ISSUER), key));
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        refuses(token(claims().expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(20)))), key));
    }

    @Test
    void refusesATokenThatNeverExpires() throws Exception {
        refuses(token(claims().expirationTime(null), key));
    }

    @Test
    void refusesAForgedSignature() throws Exception {
        refuses(token(claims(), newKey()));
    }

    @Test
    void refusesATokenWithoutSignatureOrOfAnotherAlgorithm() throws Exception {
        refuses(new PlainJWT(claims().build()).serialize());
        refuses(sign(JWSAlgorithm.HS256, claims().build(), new MACSigner(key.toPublicJWK().toString())));
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        refuses("");
        refuses("bonjour");
        refuses("a.b.c");
    }

    private void refuses(String token) {
        StepVerifier.create(verifier.decode(token)).verifyError(JwtException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(Tokens.GATEWAY_ISSUER).audience("article-service").subject("ada")
                .claim(Tokens.ROLE_CLAIM, "editor").expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String token(JWTClaimsSet.Builder claims, ECKey key) throws Exception {
        return sign(JWSAlgorithm.ES256, claims.build(), new ECDSASigner(key));
    }

    private static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("test").build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
