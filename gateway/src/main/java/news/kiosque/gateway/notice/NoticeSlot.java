package news.kiosque.gateway.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie.Purpose;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The routes' filters that fill pages for their reader, and tell the services what the reader agreed to. */
public final class NoticeSlot {
    /** Names of purposes, or {@code denied}. */
    static final String CONSENT = "X-Consent";
    private static final String DENIED = "denied";

    private final Variants variants;
    private final int furthest;
    private final List<String> vary;

    NoticeSlot(Variants variants, NoticeProperties settings) {
        this.variants = variants;
        this.furthest = settings.furthest();
        List<String> headers = new ArrayList<>(List.of("Accept-Encoding", "Cookie", "Sec-GPC"));
        headers.addAll(settings.headers());
        this.vary = List.copyOf(headers);
    }

    /** For addresses that are pages. */
    public GatewayFilter filter() {
        return new OrderedGatewayFilter((exchange, chain) -> {
            PageRequest page = PageRequest.of(exchange.getRequest(), variants, furthest, vary);
            ServerHttpRequest asked = exchange.getRequest().mutate().headers(headers -> {
                page.askService(headers);
                say(headers, page.variant().agreed());
            }).build();
            return chain.filter(exchange.mutate().request(asked)
                    .response(new FilledPage(exchange.getResponse(), page)).build());
        }, NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1);
    }

    /** For addresses that are none, whose service wants to know what the reader agreed to. */
    public GatewayFilter consentHeader() {
        return (exchange, chain) -> {
            ServerHttpRequest request = exchange.getRequest();
            Variant variant = variants.choose(request, Variants.languageOf(request.getURI().getRawPath()));
            return chain.filter(exchange.mutate()
                    .request(request.mutate().headers(headers -> say(headers, variant.agreed())).build()).build());
        };
    }

    private static void say(HttpHeaders headers, Set<Purpose> agreed) {
        headers.set(CONSENT,
                agreed.isEmpty() ? DENIED : String.join(" ", agreed.stream().map(Purpose::name).sorted().toList()));
    }
}
