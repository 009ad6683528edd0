package news.kiosque.platform.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

/** Says 401 and 403 as problem details. */
public final class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer(exchange, HttpStatus.UNAUTHORIZED,
                "This needs a token that is valid now: send one as 'Authorization: Bearer …'.");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException reason) {
        return answer(exchange, HttpStatus.FORBIDDEN, "The role of this token does not allow it.");
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status, String detail) {
        return Mono.defer(() -> {
            ServerHttpResponse response = exchange.getResponse();
            response.setStatusCode(status);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            byte[] body = JSON.writeValueAsBytes(ProblemBody.of(ProblemDetail.forStatusAndDetail(status, detail)));
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
    }
}
