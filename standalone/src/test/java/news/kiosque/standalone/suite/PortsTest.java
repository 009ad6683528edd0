package news.kiosque.standalone.suite;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void givesEachPortOnceAndBelowThoseOfOutgoingConnections() {
        var ports = new Ports();
        var given = new HashSet<Integer>();
        for (int i = 0; i < 50; i++) {
            int port = ports.free();
            assertThat(port).isBetween(20_000, 31_999);
            assertThat(given.add(port)).isTrue();
        }
    }

    @Test
    void knowsATakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isFree("127.0.0.1", taken.getLocalPort())).isFalse();
        }
    }
}
