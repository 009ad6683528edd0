package news.kiosque.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How one knows that a program does its work. */
public sealed interface Readiness {

    /** It prints a line that begins with {@code ready}. */
    record Announced() implements Readiness {}

    /** Somebody asks it and gets a good answer. */
    non-sealed interface Asked extends Readiness {
        boolean ask();
    }

    static Readiness announced() {
        return new Announced();
    }

    /** It answers 200 here. */
    static Asked answers(URI address) {
        return () -> {
            try {
                var request = (HttpURLConnection) address.toURL().openConnection();
                request.setConnectTimeout(1_000);
                request.setReadTimeout(5_000);
                try {
                    return request.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    request.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** It takes connections on this port. */
    static boolean accepts(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
