package news.kiosque.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service that a test stands in for: it answers by path and remembers what it was asked. */
public final class Neighbour implements AutoCloseable {
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    /** What came of one request; the body's part grows as it comes. */
    public record Asked(String method, String uri, HttpHeaders headers, AtomicLong bodyBytes, AtomicBoolean whole) {}

    public Neighbour() {
        server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** From now on the path is answered so; other paths get 404 as plain text. */
    public void at(String path, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        answers.put(path, answer);
    }

    /** Everything asked so far at a path, without its query. */
    public List<Asked> askedAt(String path) {
        return asked.stream().filter(one -> one.uri().split("\\?")[0].equals(path)).toList();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        Asked one = new Asked(request.method().name(), request.uri(), request.requestHeaders().copy(),
                new AtomicLong(), new AtomicBoolean());
        asked.add(one);
        return request.receive().doOnNext(piece -> one.bodyBytes().addAndGet(piece.readableBytes()))
                .doOnComplete(() -> one.whole().set(true)).then().thenMany(answers
                        .getOrDefault(request.uri().split("\\?")[0], Neighbour::nothingHere).apply(request, response));
    }

    private static Publisher<Void> nothingHere(HttpServerRequest request, HttpServerResponse response) {
        return response.status(404).header("Content-Type", "text/plain").sendString(Mono.just("nothing"));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
