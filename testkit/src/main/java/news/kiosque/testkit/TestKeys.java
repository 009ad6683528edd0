package news.kiosque.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import news.kiosque.platform.token.Tokens;

/** A folder with keys of its own for this JVM, and the tokens that they sign. */
public final class TestKeys {
    private static final ECKey LOGIN = key("login-test");
    private static final ECKey SERVICE = key("service-test");
    private static final Path FOLDER = write();

    private TestKeys() {}

    /** For {@code kiosque.keys}. */
    public static Path folder() {
        return FOLDER;
    }

    /** What the gateway would send to this service. */
    public static String serviceToken(String service, String subject, String role) {
        return serviceToken(service, subject, role, Duration.ofMinutes(1));
    }

    /** @param life negative for a token that has expired */
    public static String serviceToken(String service, String subject, String role, Duration life) {
        return token(SERVICE, Tokens.GATEWAY_ISSUER, service, subject, role, life);
    }

    /** What an editor would send to the gateway; a negative life has expired. */
    public static String loginToken(String subject, String role, Duration life) {
        return token(LOGIN, Tokens.LOGIN_ISSUER, Tokens.LOGIN_AUDIENCE, subject, role, life);
    }

    /** Right in every part but signed by a key that nobody knows. */
    public static String forgedToken(String issuer, String audience, String role) {
        return token(key("login-test"), issuer, audience, "mallory", role, Duration.ofHours(1));
    }

    private static String token(ECKey key, String issuer, String audience, String subject, String role, Duration life) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject(subject)
                .claim(Tokens.ROLE_CLAIM, role).issueTime(Date.from(now.minusSeconds(1)))
                .expirationTime(Date.from(now.plus(life))).build();
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID())
                .type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write() {
        try {
            Path folder = Files.createTempDirectory("kiosque-keys");
            Files.writeString(folder.resolve("login-private.jwk"), LOGIN.toJSONString());
            Files.writeString(folder.resolve("login-public.jwks"), new JWKSet(LOGIN.toPublicJWK()).toString());
            Files.writeString(folder.resolve("service-private.jwk"), SERVICE.toJSONString());
            Files.writeString(folder.resolve("service-public.jwks"), new JWKSet(SERVICE.toPublicJWK()).toString());
            Files.writeString(folder.resolve("consent-cookie.keys"), "k1 " + random() + "\n");
            Files.writeString(folder.resolve("ledger-wrapping.key"), random() + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
