package news.kiosque.articles.page;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets browsers fetch the scripts that the newsroom adds to its pages, and lets these speak with where they come from. */
@Component
class PageScriptsPolicy implements WebFilter {
    private final String origins;

    PageScriptsPolicy(PageScripts scripts) {
        this.origins = String.join(" ", scripts.origins());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!origins.isEmpty()) {
            exchange.getResponse()
                    .beforeCommit(() -> Mono.fromRunnable(() -> open(exchange.getResponse().getHeaders())));
        }
        return chain.filter(exchange);
    }

    private void open(HttpHeaders headers) {
        String policy = headers.getFirst(SecurityHeaders.POLICY_NAME);
        if (policy != null) {
            headers.set(SecurityHeaders.POLICY_NAME,
                    policy.replaceAll("((?:script|connect|img)-src [^;]*)", "$1 " + origins));
        }
    }
}
