package news.kiosque.gateway.route;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * {@code GET /health}: is the suite up, service by service. It is 200 as long as pages can be served, for a balancer in
 * front that would otherwise take away a site that readers can read.
 */
@Configuration(proxyBeanMethods = false)
class SuiteHealth {
    private final HttpClient http;
    private final Services services;

    private record Service(String name, URI address) {}

    private record State(String name, boolean up) {}

    SuiteHealth(HttpClient http, Services services) {
        this.http = http.responseTimeout(services.healthTimeout());
        this.services = services;
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return RouterFunctions.route().GET("/health", _ -> look().flatMap(SuiteHealth::answer)).build();
    }

    private Mono<List<State>> look() {
        return Flux
                .just(new Service(Services.ARTICLE, services.article()),
                        new Service(Services.RECOMMENDATION, services.recommendation()),
                        new Service(Services.CONSENT, services.consent()))
                .flatMapSequential(this::look).collectList();
    }

    private Mono<State> look(Service service) {
        return http.get().uri(service.address().resolve("/actuator/health/readiness"))
                .response((answer, _) -> Mono.just(answer.status().code() == 200)).next()
                .timeout(services.healthTimeout()).onErrorReturn(false).map(up -> new State(service.name(), up));
    }

    private static Mono<ServerResponse> answer(List<State> states) {
        boolean all = states.stream().allMatch(State::up);
        boolean pages = states.stream().anyMatch(state -> state.up() && state.name().equals(Services.ARTICLE));
        Map<String, Object> each = new LinkedHashMap<>();
        states.forEach(state -> each.put(state.name(), Map.of("status", state.up() ? "up" : "down")));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", all ? "up" : pages ? "degraded" : "down");
        body.put("services", each);
        return ServerResponse.status(pages ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store").bodyValue(body);
    }
}
