package news.kiosque.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A container engine, asked for a sign of life: a question of milliseconds where it is there, and where it is not. */
record ContainerEngine(URI address, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int USUAL_PORT = 2375;

    /** The one that DOCKER_HOST names, or the usual one. */
    static ContainerEngine ofTheMachine() {
        String named = StoreServer.setting("DOCKER_HOST");
        return new ContainerEngine(URI.create(Objects.requireNonNullElse(named, "unix:///var/run/docker.sock")),
                PATIENCE);
    }

    /** Null when it answers. */
    @Nullable
    String whyNot() {
        try {
            return answer().startsWith("HTTP/1.") ? null : "what answers at " + address + " is no container engine";
        } catch (IOException | RuntimeException e) {
            return "no container engine answers at " + address;
        }
    }

    private String answer() throws IOException {
        boolean local = "unix".equals(address.getScheme());
        try (SocketChannel channel = local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(socket(local))) {
                await(channel, selector, SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
            channel.write(StandardCharsets.US_ASCII.encode("GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n"));
            await(channel, selector, SelectionKey.OP_READ);
            ByteBuffer head = ByteBuffer.allocate(64);
            channel.read(head);
            return StandardCharsets.US_ASCII.decode(head.flip()).toString();
        }
    }

    private SocketAddress socket(boolean local) {
        return local
                ? UnixDomainSocketAddress.of(address.getPath())
                : new InetSocketAddress(address.getHost(), address.getPort() < 0 ? USUAL_PORT : address.getPort());
    }

    private void await(SocketChannel channel, Selector selector, int operation) throws IOException {
        channel.register(selector, operation);
        if (selector.select(patience.toMillis()) == 0) {
            throw new IOException("no answer in " + patience);
        }
        selector.selectedKeys().clear();
    }
}
