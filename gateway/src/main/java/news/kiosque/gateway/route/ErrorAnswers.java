package news.kiosque.gateway.route;

import java.io.IOException;

import io.netty.channel.ChannelException;
import news.kiosque.gateway.edge.ErrorBody;
import news.kiosque.gateway.edge.TurnedAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What is answered when no service answered: never more of the inside than whether to try again. */
@Component
@Order(-2)
class ErrorAnswers implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String TRY_AGAIN_SECONDS = "5";

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof TurnedAway || failure instanceof AbortedException) {
            // The reader has an answer already, or has left.
            return response.setComplete();
        }
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        HttpStatusCode status = statusOf(failure);
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
            LOG.warn("{} {}: {}", exchange.getRequest().getMethod(), exchange.getRequest().getURI().getRawPath(),
                    failure.toString());
        } else if (status.is5xxServerError()) {
            LOG.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getURI().getRawPath(),
                    failure);
        }
        if (failure instanceof ErrorResponse error) {
            headers.addAll(error.getHeaders());
        }
        return answer(exchange, status, detail(status, failure));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode status, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        HttpStatus known = HttpStatus.resolve(status.value());
        ErrorBody body = ErrorBody.of(exchange.getRequest().getURI().getRawPath(),
                exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT), status.value(),
                known == null ? "Error" : known.getReasonPhrase(), detail);
        response.setStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, body.contentType());
        headers.set("Content-Security-Policy", body.contentSecurityPolicy());
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.setContentLength(body.bytes().length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body.bytes())));
    }

    /** A service that cannot be reached, or does not answer in time, is away: 503 whatever it was exactly. */
    private static HttpStatusCode statusOf(Throwable failure) {
        return switch (failure) {
            case ErrorResponse error when error.getStatusCode().is4xxClientError() -> error.getStatusCode();
            case IOException _,ChannelException _,PoolAcquirePendingLimitException _,PoolAcquireTimeoutException _ ->
                HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String detail(HttpStatusCode status, Throwable failure) {
        return switch (status.value()) {
            case 401 -> failure instanceof ErrorResponse error && error.getBody().getDetail() != null
                    ? error.getBody().getDetail()
                    : "This needs a token.";
            case 404 -> "There is nothing at this address.";
            case 503 -> "The service behind this address does not answer. Try again in " + TRY_AGAIN_SECONDS + " s.";
            default -> status.is4xxClientError()
                    ? "The request is not one that this address takes."
                    : "Something went wrong here, not with you.";
        };
    }
}
