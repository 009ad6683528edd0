package news.kiosque.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a server byte by byte what no HTTP client would. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** One request on a connection of its own; everything that comes until the server ends the connection. */
    public static String ask(int port, String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send(request).untilClosed();
        }
    }

    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will be sent, and goes on listening. */
    public RawClient endsSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** @throws java.net.SocketTimeoutException when the server leaves the connection open */
    public String untilClosed() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What comes until the text has come. */
    public String until(String end) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        int next;
        while (!seen.toString(StandardCharsets.UTF_8).endsWith(end) && (next = socket.getInputStream().read()) >= 0) {
            seen.write(next);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
