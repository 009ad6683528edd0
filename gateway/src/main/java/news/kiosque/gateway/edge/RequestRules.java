package news.kiosque.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

/** Whether a request may pass the edge, and what is left of it when it does. */
record RequestRules(EdgeProperties settings) {

    /** Why it is turned away, or null. */
    @Nullable
    Refusal refuse(HttpRequest request, Passage passage) {
        if (request.decoderResult().isFailure()) {
            return switch (request.decoderResult().cause()) {
                case TooLongHttpLineException _ -> Refusal.LONG_ADDRESS;
                case TooLongHttpHeaderException _ -> Refusal.MANY_HEADERS;
                default -> Refusal.MALFORMED;
            };
        }
        Refusal head = HeaderRules.refuse(request, settings.maxHeaders(), passage.maxBody);
        return head != null ? head : PathRules.refuse(request.uri());
    }

    void clean(HttpRequest request, Passage passage) {
        HeaderRules.clean(request);
        request.setUri(PathRules.clean(request.uri()));
        if (!isFile(passage.path)) {
            // A range of a page would be one of the page before its notice was filled in.
            request.headers().remove(HttpHeaderNames.RANGE).remove(HttpHeaderNames.IF_RANGE);
        }
        request.headers().set(AnswerRules.REQUEST_ID, passage.id);
    }

    private static boolean isFile(String path) {
        return path.startsWith("/media/") || path.startsWith("/assets/");
    }
}
