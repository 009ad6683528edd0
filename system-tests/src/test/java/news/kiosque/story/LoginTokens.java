package news.kiosque.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Tokens signed with the suite's own keys. */
final class LoginTokens {

    private LoginTokens() {}

    /** An editor's token that was good until a minute ago. */
    static String expired(Path data) {
        return sign(data, "login-private.jwk", "kiosque-login", "kiosque", Instant.now().minusSeconds(60));
    }

    /** What the gateway would send to a service, good for an hour. */
    static String forService(Path data, String service) {
        return sign(data, "service-private.jwk", "kiosque-gateway", service, Instant.now().plusSeconds(3600));
    }

    private static String sign(Path data, String keyFile, String issuer, String audience, Instant expiry) {
        try {
            ECKey key = ECKey.parse(Files.readString(data.resolve("keys").resolve(keyFile)));
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT).build(),
                    new JWTClaimsSet.Builder().issuer(issuer).audience(audience).subject("ada").claim("role", "editor")
                            .expirationTime(Date.from(expiry)).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
