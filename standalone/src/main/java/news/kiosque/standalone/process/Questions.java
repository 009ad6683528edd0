package news.kiosque.standalone.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The least that one can ask a server in its own protocol, to see whether it answers at all. */
public final class Questions {
    private static final int PATIENCE_MILLISECONDS = 5_000;
    private static final int MESSAGE = 2013;
    private static final short API_VERSIONS = 18;

    private Questions() {}

    /** MongoDB's wire protocol: {@code {ping: 1, $db: "admin"}}. */
    public static Readiness.Asked mongo(String host, int port) {
        var ping = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0).put((byte) 0x10)
                .put(text("ping")).putInt(1).put((byte) 0x02).put(text("$db")).putInt(6).put(text("admin"))
                .put((byte) 0);
        ping.putInt(0, ping.position()).flip();
        var message = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(1).putInt(0)
                .putInt(MESSAGE).putInt(0).put((byte) 0).put(ping);
        message.putInt(0, message.position());
        return answered(host, port, message.flip(), PATIENCE_MILLISECONDS);
    }

    /** Kafka's protocol: which versions of it the broker speaks. */
    public static Readiness.Asked kafka(String host, int port) {
        var request = ByteBuffer.allocate(32).putInt(10).putShort(API_VERSIONS).putShort((short) 0).putInt(1)
                .putShort((short) -1);
        return answered(host, port, request.flip(), PATIENCE_MILLISECONDS);
    }

    private static byte[] text(String words) {
        return (words + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static Readiness.Asked answered(String host, int port, ByteBuffer question, int patience) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), patience);
                socket.setSoTimeout(patience);
                socket.getOutputStream().write(question.array(), 0, question.limit());
                return socket.getInputStream().read() >= 0;
            } catch (IOException e) {
                return false;
            }
        };
    }
}
