package news.kiosque.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge, until the last of its answer is out. Only the connection's thread touches it. */
final class Passage {
    final String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    final HttpMethod method;
    final String path;
    final @Nullable String accept;
    final long maxBody;
    final boolean knowsChunks;
    final long startedAt = System.nanoTime();
    long bodyBytes;
    long answeredBytes;
    int status;
    boolean endsConnection;

    Passage(HttpRequest request, long maxBody) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        this.method = request.method();
        this.accept = request.headers().get(HttpHeaderNames.ACCEPT);
        this.path = query < 0 ? uri : uri.substring(0, query);
        this.maxBody = maxBody;
        this.knowsChunks = !HttpVersion.HTTP_1_0.equals(request.protocolVersion());
    }

    boolean isAnswering() {
        return status != 0;
    }
}
