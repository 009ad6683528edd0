package news.kiosque.gateway.login;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpHeaders;

/** Lets only the newsroom through, and tells the service who it is by a token of the gateway's. */
public final class NewsroomGate {
    private final EditorTokens editors;
    private final ServiceTokens services;

    NewsroomGate(EditorTokens editors, ServiceTokens services) {
        this.editors = editors;
        this.services = services;
    }

    /** The filter of a route to this service. */
    public GatewayFilter to(String service) {
        return (exchange, chain) -> editors.read(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .map(editor -> "Bearer " + services.of(editor, service))
                .flatMap(token -> chain.filter(exchange.mutate()
                        .request(request -> request.headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, token)))
                        .build()));
    }
}
