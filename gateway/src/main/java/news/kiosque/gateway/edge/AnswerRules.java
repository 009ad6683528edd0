package news.kiosque.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** What every answer says, and the answers that the edge gives itself. */
final class AnswerRules {
    static final String REQUEST_ID = "x-request-id";
    private static final String[][] WHERE_MISSING = {{"x-content-type-options", "nosniff"},
            {"referrer-policy", "strict-origin-when-cross-origin"}, {"x-frame-options", "SAMEORIGIN"}};
    private static final String YEAR = "max-age=31536000";

    private AnswerRules() {}

    /** Adds what keeps readers safe where the service said nothing of its own. */
    static void complete(HttpHeaders headers, Passage passage, boolean https) {
        for (String[] header : WHERE_MISSING) {
            if (!headers.contains(header[0])) {
                headers.set(header[0], header[1]);
            }
        }
        if (https && !headers.contains("strict-transport-security")) {
            headers.set("strict-transport-security", YEAR);
        }
        if (isCompressible(headers.get(HttpHeaderNames.CONTENT_TYPE))
                && !headers.containsValue(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING, true)) {
            headers.add(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        headers.set(REQUEST_ID, passage.id);
    }

    /** A client of HTTP/1.0 knows the end of an answer without a length only by the end of the connection. */
    static void endByClosing(HttpResponse answer, Passage passage) {
        if (!passage.knowsChunks && HttpUtil.isTransferEncodingChunked(answer)) {
            HttpUtil.setTransferEncodingChunked(answer, false);
            HttpUtil.setKeepAlive(answer, false);
            passage.endsConnection = true;
        }
    }

    private static boolean isCompressible(@Nullable String type) {
        return type != null && (type.startsWith("text/") || type.contains("json") || type.contains("xml")
                || type.contains("javascript"));
    }

    /** The whole answer to a request that is turned away; the connection ends with it. */
    static FullHttpResponse refuse(Refusal refusal, Passage passage) {
        ErrorBody body = ErrorBody.of(passage.path, passage.accept, refusal.status(), refusal.title(),
                refusal.detail());
        boolean head = HttpMethod.HEAD.equals(passage.method);
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(refusal.status()),
                head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body.bytes()));
        HttpHeaders headers = answer.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, body.contentType());
        headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, body.contentSecurityPolicy());
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.bytes().length);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (refusal.status() == 405) {
            headers.set(HttpHeaderNames.ALLOW, HeaderRules.ALLOWED_METHODS);
        }
        return answer;
    }
}
