package news.kiosque.consent.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A request down to its bytes, which no client would send.
 *
 * @param body in bytes of ISO 8859-1
 */
record RawRequest(String method, String path, List<String> headers, String body) {
    private static final int PATIENCE_MILLIS = 20_000;

    RawRequest withMethod(String other) {
        return new RawRequest(other, path, headers, body);
    }

    RawRequest withPath(String other) {
        return new RawRequest(method, other, headers, body);
    }

    RawRequest withBody(String other) {
        return new RawRequest(method, path, headers, other);
    }

    RawRequest withHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new RawRequest(method, path, more, body);
    }

    /** With this line in place of those of the same name. */
    RawRequest replacing(String line) {
        String name = line.substring(0, line.indexOf(':') + 1);
        List<String> others = new ArrayList<>(headers);
        others.removeIf(other -> other.regionMatches(true, 0, name, 0, name.length()));
        others.add(line);
        return new RawRequest(method, path, others, body);
    }

    Answer send(int port) throws IOException {
        StringBuilder head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Host: localhost\r\nConnection: close\r\nContent-Length: ").append(body.length())
                .append("\r\n\r\n").append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
            return Answer.parse(readAll(socket.getInputStream()));
        }
    }

    /** What came before the server hung up on the rest of a request that it had refused. */
    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException reset) {
            if (all.size() == 0) {
                throw reset;
            }
        }
        return all.toString(ISO_8859_1);
    }

    /** What a server said; status 0 when it only hung up. */
    record Answer(int status, List<String> headers, String body) {

        static Answer parse(String text) {
            if (text.isEmpty()) {
                return new Answer(0, List.of(), "");
            }
            if (text.startsWith("HTTP/1.1 100 ")) {
                return parse(text.substring(text.indexOf("\r\n\r\n") + 4));
            }
            int end = text.indexOf("\r\n\r\n");
            List<String> head = text.substring(0, end).lines().toList();
            return new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), head.subList(1, head.size()),
                    text.substring(end + 4));
        }

        /** The value that this cookie is given; empty when it is taken away or not spoken of. */
        String cookie(String name) {
            String start = "set-cookie: " + name + "=";
            return headers.stream().filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                    .map(line -> line.substring(start.length()).split(";")[0]).findFirst().orElse("");
        }
    }
}
