package news.kiosque.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import news.kiosque.platform.token.Role;
import news.kiosque.platform.token.Tokens;

/** Signs the short-lived tokens by which services know that the gateway asks, for whom, and what they may do. */
public final class ServiceTokens {
    private static final String GATEWAY = "gateway";
    private static final Duration LIFE = Duration.ofSeconds(60);
    /** A token handed out has at least 40 s left to be used. */
    private static final Duration REUSED_FOR = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 1_000;

    private final InstantSource clock;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final Map<Wanted, Minted> minted = new ConcurrentHashMap<>();

    private record Wanted(String subject, String role, String audience) {}

    private record Minted(String token, Instant at) {}

    ServiceTokens(ECKey key, InstantSource clock) {
        this.clock = clock;
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("The key for the services' tokens cannot sign", e);
        }
    }

    /** A token with which the gateway asks a service something of its own. */
    public String ownFor(String service) {
        return token(new Wanted(GATEWAY, Role.ADMINISTRATOR.claim(), service));
    }

    String of(Editor editor, String service) {
        return token(new Wanted(editor.name(), editor.role(), service));
    }

    private String token(Wanted wanted) {
        Instant now = clock.instant();
        Minted known = minted.get(wanted);
        if (known != null && now.isBefore(known.at().plus(REUSED_FOR)) && !now.isBefore(known.at())) {
            return known.token();
        }
        if (minted.size() >= MOST_KEPT) {
            minted.clear();
        }
        String token = mint(wanted, now);
        minted.put(wanted, new Minted(token, now));
        return token;
    }

    private String mint(Wanted wanted, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(Tokens.GATEWAY_ISSUER).audience(wanted.audience())
                .subject(wanted.subject()).claim(Tokens.ROLE_CLAIM, wanted.role()).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE))).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A service's token could not be signed", e);
        }
        return token.serialize();
    }
}
