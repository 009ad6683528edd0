package news.kiosque.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import news.kiosque.platform.token.Role;

/** Signs the short-lived tokens by which services know that the gateway asks, for whom, and what they may do. */
public final class ServiceTokens {
    private static final Editor GATEWAY = new Editor("gateway", Role.ADMINISTRATOR.claim());
    private static final Editor READER = new Editor("reader", Role.REPORTER.claim());
    private static final Duration LIFE = Duration.ofSeconds(60);
    /** A token handed out has at least 40 s left to be used. */
    private static final Duration REUSED_FOR = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 1_000;

    private final InstantSource clock;
    private final GatewaySignature signature;
    private final Map<Wanted, Minted> minted = new ConcurrentHashMap<>();

    private record Wanted(Editor editor, String audience) {}

    private record Minted(String token, Instant at) {}

    ServiceTokens(GatewaySignature signature, InstantSource clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /** A token with which the gateway asks a service something of its own. */
    public String ownFor(String service) {
        return token(new Wanted(GATEWAY, service));
    }

    /** A token with which a reader's question may be asked of a service that answers nobody else directly. */
    String forReaders(String service) {
        return token(new Wanted(READER, service));
    }

    String of(Editor editor, String service) {
        return token(new Wanted(editor, service));
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
        String token = signature.sign(wanted.editor(), wanted.audience(), now, now.plus(LIFE));
        minted.put(wanted, new Minted(token, now));
        return token;
    }
}
