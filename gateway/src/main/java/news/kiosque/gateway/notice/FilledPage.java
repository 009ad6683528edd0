package news.kiosque.gateway.notice;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer on its way to a reader, whose page gets its notice, and the ETag, length and headers that then are true. */
final class FilledPage extends ServerHttpResponseDecorator {
    private static final String POLICY = "Content-Security-Policy";

    private final PageRequest request;

    FilledPage(ServerHttpResponse response, PageRequest request) {
        super(response);
        this.request = request;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        HttpHeaders headers = getHeaders();
        if (isNotModified()) {
            setTag(headers, request.matching(headers.getETag()));
            keepPrivate(headers);
            return super.writeWith(body);
        }
        if (!isHtml(headers)) {
            PageTag tag = PageTag.of(headers.getETag(), PageTag.NO_PAGE);
            setTag(headers, tag);
            return request.alreadyHas(tag) && isOk() ? notModified(body) : super.writeWith(body);
        }
        Variant variant = request.variantIn(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE));
        PageTag tag = isOk() ? PageTag.of(headers.getETag(), variant.tag()) : null;
        setTag(headers, tag);
        keepPrivate(headers);
        String policy = headers.getFirst(POLICY);
        if (variant.isAsking() && policy != null) {
            headers.set(POLICY, ContentSecurityPolicy.withNotice(policy, variant.scriptHash()));
        }
        if (request.alreadyHas(tag)) {
            return notModified(body);
        }
        long length = headers.getContentLength();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.ACCEPT_RANGES);
        if (HttpMethod.HEAD.equals(request.method())) {
            return super.writeWith(body);
        }
        return super.writeWith(fill(Flux.from(body), new SlotFiller(variant.fragment(), request.furthest()),
                growth -> setLength(headers, length, growth)));
    }

    /** The page's pieces with the slot filled; what it grew by is told before the first piece leaves. */
    private Flux<DataBuffer> fill(Flux<? extends DataBuffer> page, SlotFiller filler, LongConsumer grown) {
        Flux<DataBuffer> pieces = page.handle((piece, sink) -> {
            if (filler.isDone()) {
                sink.next(piece);
                return;
            }
            byte[] bytes = new byte[piece.readableByteCount()];
            piece.read(bytes);
            DataBufferUtils.release(piece);
            byte[] filled = filler.feed(bytes);
            if (filler.isDone()) {
                grown.accept(filler.growth());
                sink.next(bufferFactory().wrap(filled));
            }
        });
        return pieces.concatWith(Mono.defer(() -> {
            if (filler.isDone()) {
                return Mono.empty();
            }
            grown.accept(0);
            return Mono.just(bufferFactory().wrap(filler.end()));
        }));
    }

    private Mono<Void> notModified(Publisher<? extends DataBuffer> body) {
        setStatusCode(HttpStatus.NOT_MODIFIED);
        HttpHeaders headers = getHeaders();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_TYPE);
        return Flux.from(body).doOnNext(DataBufferUtils::release).then(Mono.defer(super::setComplete));
    }

    private static void setTag(HttpHeaders headers, @Nullable PageTag tag) {
        if (tag == null) {
            headers.remove(HttpHeaders.ETAG);
        } else {
            headers.setETag(tag.toString());
        }
    }

    private static void setLength(HttpHeaders headers, long length, long growth) {
        if (length >= 0) {
            headers.setContentLength(length + growth);
        }
    }

    /** Only the reader's own browser may keep a page, and it asks again each time: the answer is then mostly a 304. */
    private void keepPrivate(HttpHeaders headers) {
        String control = headers.getCacheControl();
        if (control == null || !control.contains("no-store")) {
            headers.setCacheControl("private, no-cache");
        }
        Set<String> vary = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        vary.addAll(headers.getVary());
        vary.addAll(request.vary());
        headers.setVary(List.copyOf(vary));
    }

    private boolean isOk() {
        return HttpStatus.OK.equals(getStatusCode());
    }

    private boolean isNotModified() {
        return HttpStatus.NOT_MODIFIED.equals(getStatusCode());
    }

    private static boolean isHtml(HttpHeaders headers) {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "text/html", 0, "text/html".length());
    }
}
