package news.kiosque.gateway.route;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTagTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final PlaceTag tags = new PlaceTag(now::get);

    @Test
    void tellsPlacesApartWithoutNamingThem() throws UnknownHostException {
        String here = tags.of(peer("192.0.2.7", 4000));

        assertThat(here).matches("[A-Za-z0-9_-]{22}").isEqualTo(tags.of(peer("192.0.2.7", 5000)))
                .isNotEqualTo(tags.of(peer("192.0.2.8", 4000)));
        assertThat(tags.of(peer("2001:db8:0:1::1", 1))).isEqualTo(tags.of(peer("2001:db8:0:1:ffff::2", 1)))
                .isNotEqualTo(tags.of(peer("2001:db8:0:2::1", 1)));
    }

    @Test
    void forgetsEachHourWhoWasWho() throws UnknownHostException {
        String before = tags.of(peer("192.0.2.7", 4000));
        now.set(now.get().plus(Duration.ofMinutes(61)));

        assertThat(tags.of(peer("192.0.2.7", 4000))).isNotEqualTo(before);
    }

    private static InetSocketAddress peer(String address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }
}
