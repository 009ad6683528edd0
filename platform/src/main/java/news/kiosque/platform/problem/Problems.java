package news.kiosque.platform.problem;

import java.net.URI;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says every error as problem details. An exception that is an {@link ErrorResponse} says itself what it is; what nobody
 * foresaw is a 500 that tells nothing of the inside.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception failure, ServerWebExchange exchange) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return answer(exchange, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this takes.");
            }
        }
        return switch (failure) {
            case ErrorResponse response ->
                ResponseEntity.status(response.getStatusCode()).headers(response.getHeaders())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(located(response.getBody(), exchange));
            case DecodingException decoding -> answer(exchange, HttpStatus.BAD_REQUEST,
                    "The body cannot be read: " + decoding.getMostSpecificCause().getMessage());
            default -> {
                LOG.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath(), failure);
                yield answer(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here, not with you.");
            }
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ServerWebExchange exchange, HttpStatusCode status,
            String detail) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(located(ProblemDetail.forStatusAndDetail(status, detail), exchange));
    }

    static ProblemDetail located(ProblemDetail problem, ServerWebExchange exchange) {
        if (problem.getInstance() == null) {
            problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        }
        return problem;
    }
}
