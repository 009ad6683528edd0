package news.kiosque.standalone.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Chooses ports that nobody listens on, below those that systems give to outgoing connections: a child finds its own again. */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;

    private final Set<Integer> given = new HashSet<>();
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** A free port on the loopback address that was not given before. */
    public int free() {
        while (true) {
            int port = random.nextInt(FIRST, AFTER_LAST);
            if (isFree("127.0.0.1", port) && given.add(port)) {
                return port;
            }
        }
    }

    public static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
