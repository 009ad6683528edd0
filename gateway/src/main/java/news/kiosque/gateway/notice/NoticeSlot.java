package news.kiosque.gateway.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import news.kiosque.platform.consent.ConsentCookie;
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
    /** How the law where the reader is wants the question put. */
    static final String MODE = "X-Kiosque-Mode";
    private static final String DENIED = "denied";
    private static final List<String> COOKIES_OF_CHOICE = List.of(ConsentCookie.NAME, "csid");
    /** Neither of them is as long; what is cut is as good as forged. */
    private static final int LONGEST_COOKIE = 200;

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

    /**
     * For the addresses where readers choose: says what they agreed to and what the law there asks for, and lets only the
     * cookies pass that a choice needs, however many others their browser sends.
     */
    public GatewayFilter choices() {
        return (exchange, chain) -> {
            ServerHttpRequest request = exchange.getRequest();
            Variant variant = variants.choose(request, Variants.languageOf(request.getURI().getRawPath()));
            return chain.filter(exchange.mutate().request(request.mutate().headers(headers -> {
                say(headers, variant.agreed());
                headers.set(MODE, variants.mode(request).name());
                keepCookiesOfChoice(headers, request);
            }).build()).build());
        };
    }

    private static void keepCookiesOfChoice(HttpHeaders headers, ServerHttpRequest request) {
        String kept = COOKIES_OF_CHOICE.stream().map(name -> request.getCookies().getFirst(name))
                .filter(Objects::nonNull).map(cookie -> cookie.getName() + "=" + cut(cookie.getValue()))
                .collect(Collectors.joining("; "));
        headers.remove(HttpHeaders.COOKIE);
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, kept);
        }
    }

    private static String cut(String value) {
        return value.length() > LONGEST_COOKIE ? value.substring(0, LONGEST_COOKIE) : value;
    }

    private static void say(HttpHeaders headers, Set<Purpose> agreed) {
        headers.set(CONSENT,
                agreed.isEmpty() ? DENIED : String.join(" ", agreed.stream().map(Purpose::name).sorted().toList()));
    }
}
