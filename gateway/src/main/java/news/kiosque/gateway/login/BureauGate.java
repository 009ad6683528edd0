package news.kiosque.gateway.login;

import java.net.URI;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets into a room of the bureau who has signed in and may be there, and tells its service who that is. */
public final class BureauGate {
    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final ServiceTokens services;

    BureauGate(Sessions sessions, SameOrigin sameOrigin, ServiceTokens services) {
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.services = services;
    }

    /** The filter of the route to this room. */
    public GatewayFilter to(BureauRoom room) {
        return (exchange, chain) -> {
            ServerHttpRequest request = exchange.getRequest();
            boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
            if (!reads && !sameOrigin.holds(request.getHeaders())) {
                return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
            }
            return sessions.of(request).map(session -> (Mono<Void>) (room.isOpenTo(session.editor())
                    ? chain.filter(asking(exchange, session.editor(), room))
                    : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN))))
                    .defaultIfEmpty(Mono.defer(() -> signInFirst(exchange, reads))).flatMap(answer -> answer);
        };
    }

    private ServerWebExchange asking(ServerWebExchange exchange, Editor editor, BureauRoom room) {
        keepOut(exchange.getResponse());
        String token = "Bearer " + services.of(editor, room.service());
        return exchange.mutate().request(request -> request.headers(headers -> {
            headers.set(HttpHeaders.AUTHORIZATION, token);
            headers.remove(HttpHeaders.COOKIE);
        })).build();
    }

    /** Nothing of the bureau is kept by anybody, whatever its service says. */
    private static void keepOut(ServerHttpResponse response) {
        response.beforeCommit(() -> {
            response.getHeaders().setCacheControl("no-store");
            response.getHeaders().set("X-Frame-Options", "DENY");
            response.getHeaders().remove(HttpHeaders.SET_COOKIE);
            return Mono.empty();
        });
    }

    private static Mono<Void> signInFirst(ServerWebExchange exchange, boolean reads) {
        if (!reads) {
            return Mono.error(new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setLocation(
                URI.create(Sessions.PATH + "?to=" + exchange.getRequest().getURI().getRawPath()));
        return response.setComplete();
    }
}
