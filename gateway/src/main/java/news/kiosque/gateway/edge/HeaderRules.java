package news.kiosque.gateway.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Which heads of requests are turned away, and what a client may not say in those that pass. */
final class HeaderRules {
    static final String ALLOWED_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** A client that names one of these in Connection does not get it removed: they frame and address the request. */
    private static final Set<String> NOT_PER_HOP = Set.of("host", "content-length", "content-type", "cookie");
    private static final Set<String> PER_HOP = Set.of("keep-alive", "te", "trailer", "upgrade", "http2-settings");
    /** What only a gateway, a proxy of the newsroom's or a service may say, or what would change the request's sense. */
    private static final Set<String> RESERVED = Set.of("forwarded", "x-real-ip", "x-request-id", "x-consent",
            "x-original-url", "x-rewrite-url", "x-http-method", "x-http-method-override", "x-method-override",
            "x-application-context");
    private static final List<String> RESERVED_PREFIXES = List.of("x-forwarded-", "x-kiosque-", "surrogate-", "proxy-");

    private HeaderRules() {}

    /** Why this head is turned away, or null when it may pass. */
    static @Nullable Refusal refuse(HttpRequest request, int maxHeaders, long maxBody) {
        HttpHeaders headers = request.headers();
        if (!METHODS.contains(request.method())) {
            return Refusal.BAD_METHOD;
        }
        if (headers.size() > maxHeaders) {
            return Refusal.MANY_HEADERS;
        }
        if (!isHttp1(request.protocolVersion())) {
            return Refusal.MALFORMED;
        }
        if (!hasHost(request)) {
            return Refusal.BAD_HOST;
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        if (expect != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)) {
            return Refusal.BAD_EXPECTATION;
        }
        return refuseBody(request, maxBody);
    }

    /** Takes out what a client may not say, before anything else reads the head. */
    static void clean(HttpRequest request) {
        HttpHeaders headers = request.headers();
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        List<String> perHop = new ArrayList<>(2);
        for (String connection : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : connection.split(",")) {
                String lower = name.strip().toLowerCase(Locale.ROOT);
                if (!NOT_PER_HOP.contains(lower) && !lower.isEmpty()) {
                    perHop.add(lower);
                }
            }
        }
        perHop.remove(HttpHeaderNames.TRANSFER_ENCODING.toString());
        perHop.forEach(headers::remove);
        for (String name : List.copyOf(headers.names())) {
            if (isReserved(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
        headers.set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    }

    private static boolean isReserved(String name) {
        if (PER_HOP.contains(name) || RESERVED.contains(name)) {
            return true;
        }
        for (String prefix : RESERVED_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Refusal refuseBody(HttpRequest request, long maxBody) {
        HttpHeaders headers = request.headers();
        List<String> encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        boolean chunked = !encodings.isEmpty();
        if (chunked && (encodings.size() > 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encodings.getFirst())
                || !lengths.isEmpty() || HttpVersion.HTTP_1_0.equals(request.protocolVersion()))) {
            return Refusal.BAD_FRAMING;
        }
        long length = lengths.isEmpty() ? 0 : HttpUtil.getContentLength(request, 0L);
        if (lengths.size() > 1 || WITHOUT_BODY.contains(request.method()) && (chunked || length > 0)) {
            return Refusal.BAD_FRAMING;
        }
        return length > maxBody ? Refusal.TOO_LARGE : null;
    }

    private static boolean isHttp1(HttpVersion version) {
        return HttpVersion.HTTP_1_1.equals(version) || HttpVersion.HTTP_1_0.equals(version);
    }

    /** Any name is served, since operators put what they like in front; but there has to be one that is a name. */
    private static boolean hasHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return HttpVersion.HTTP_1_0.equals(request.protocolVersion());
        }
        String host = hosts.getFirst();
        if (hosts.size() > 1 || host.isEmpty() || host.length() > 255) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            boolean named = Character.isLetterOrDigit(character) && character < 128;
            if (!named && ".-_:[]".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }
}
