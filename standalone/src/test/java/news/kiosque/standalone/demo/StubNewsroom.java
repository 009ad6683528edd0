package news.kiosque.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Plays the newsroom's API for one test: keeps what it is sent, knows idempotency keys, demands If-Match. */
final class StubNewsroom implements AutoCloseable {

    static final String TOKEN = "administrator";

    static {
        // Otherwise every answer waits some 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    final Map<String, byte[]> media = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> articles = new LinkedHashMap<>();
    final List<String> published = new ArrayList<>();
    final AtomicInteger timesTooBusy = new AtomicInteger();
    private final Map<String, String> idsByKey = new LinkedHashMap<>();
    private final HttpServer server;

    StubNewsroom() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("title", "Who are you?"));
            } else if (timesTooBusy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                send(exchange, 503, Map.of("title", "Come back later."));
            } else {
                switch (path) {
                    case "/api/v1/sections" -> section(exchange, json(body));
                    case "/api/v1/media" -> picture(exchange, body);
                    case "/api/v1/articles" -> article(exchange, json(body));
                    default -> publish(exchange, path.split("/")[4]);
                }
            }
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private void section(HttpExchange exchange, Map<String, Object> section) throws IOException {
        var isNew = sections.putIfAbsent(section.get("edition") + "/" + section.get("path"), section) == null;
        send(exchange, isNew ? 201 : 409, Map.of());
    }

    private void picture(HttpExchange exchange, byte[] jpeg) throws IOException {
        var id = idFor(exchange, "media");
        media.put(id, jpeg);
        send(exchange, 201, Map.of("id", id, "width", 1600, "height", 900));
    }

    private void article(HttpExchange exchange, Map<String, Object> article) throws IOException {
        var id = idFor(exchange, "article");
        articles.putIfAbsent(id, article);
        exchange.getResponseHeaders().add("Location", "/api/v1/articles/" + id);
        exchange.getResponseHeaders().add("ETag", etag(id));
        send(exchange, 201, Map.of("id", id, "state", published.contains(id) ? "published" : "draft"));
    }

    private void publish(HttpExchange exchange, String id) throws IOException {
        if (!articles.containsKey(id) || !etag(id).equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            send(exchange, 412, Map.of("title", "Stale."));
            return;
        }
        published.add(id);
        send(exchange, 200, Map.of("state", "published"));
    }

    private String etag(String id) {
        return "\"" + id + "-" + (published.contains(id) ? 2 : 1) + "\"";
    }

    private String idFor(HttpExchange exchange, String kind) {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return idsByKey.computeIfAbsent(key, unseen -> kind + idsByKey.size());
    }

    private static Map<String, Object> json(byte[] body) throws ParseException {
        return JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        var bytes = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
