package news.kiosque.gateway.route;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/**
 * Tells the consent-service which requests come from one place, so that it can bound them, without telling it the place: a
 * hash under a salt that nobody else knows and that changes each hour.
 */
@Component
class PlaceTag {
    private static final String HEADER = "X-Kiosque-Peer";
    private static final Duration SALT_LIFE = Duration.ofHours(1);
    /** One household has this much of an IPv6 address. */
    private static final int HOUSEHOLD_BYTES = 8;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private byte[] salt = new byte[32];
    private Instant saltEnds = Instant.MIN;

    PlaceTag(InstantSource clock) {
        this.clock = clock;
    }

    GatewayFilter filter() {
        return (exchange, chain) -> chain.filter(exchange.mutate()
                .request(request -> request.header(HEADER, of(exchange.getRequest().getRemoteAddress()))).build());
    }

    synchronized String of(@Nullable InetSocketAddress peer) {
        Instant now = clock.instant();
        if (now.isAfter(saltEnds)) {
            random.nextBytes(salt);
            saltEnds = now.plus(SALT_LIFE);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] tag = digest.digest(peer == null || peer.getAddress() == null ? salt : place(peer.getAddress()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, 16));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] place(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? Arrays.copyOf(bytes, HOUSEHOLD_BYTES) : bytes;
    }
}
