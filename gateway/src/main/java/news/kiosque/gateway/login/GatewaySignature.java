package news.kiosque.gateway.login;

import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import news.kiosque.platform.token.Tokens;

/** Signs in the gateway's name who somebody is, for one audience and a bounded time. */
final class GatewaySignature {
    private final JWSHeader header;
    private final JWSSigner signer;

    GatewaySignature(ECKey key) {
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("The gateway's key cannot sign", e);
        }
    }

    String sign(Editor editor, String audience, Instant from, Instant until) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(Tokens.GATEWAY_ISSUER).audience(audience)
                .subject(editor.name()).claim(Tokens.ROLE_CLAIM, editor.role()).issueTime(Date.from(from))
                .expirationTime(Date.from(until)).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }
}
