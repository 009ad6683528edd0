package news.kiosque.standalone.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** What a person or script shows the gateway to be let in: a name, a role and an end. */
public record LoginToken(String name, Role role, Duration life) {

    /** As it goes after {@code Authorization: Bearer}: an ES256 JWT. */
    public String signedWith(Keys keys, Instant now) {
        var key = keys.login();
        var claims = new JWTClaimsSet.Builder().issuer("kiosque-login").audience("kiosque").subject(name)
                .claim("role", role.name()).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(life))).build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The login key does not sign", e);
        }
        return token.serialize();
    }
}
