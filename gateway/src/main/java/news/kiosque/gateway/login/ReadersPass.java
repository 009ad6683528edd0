package news.kiosque.gateway.login;

import org.springframework.cloud.gateway.filter.GatewayFilter;

/** What the gateway gives article-service with a reader's search, so that it may ask the recommendation-service. */
public final class ReadersPass {
    private static final String HEADER = "X-Kiosque-Search";
    private static final String SERVICE = "recommendation-service";

    private final ServiceTokens services;

    ReadersPass(ServiceTokens services) {
        this.services = services;
    }

    /** The filter of the route to the search pages. */
    public GatewayFilter toSearch() {
        return (exchange, chain) -> chain.filter(exchange.mutate()
                .request(request -> request.header(HEADER, "Bearer " + services.forReaders(SERVICE))).build());
    }
}
