package news.kiosque.platform.problem;

import java.time.Duration;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInternalException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/** A store that does not answer is a 503 that says when to try again; for services that have a store. */
@RestControllerAdvice
@Order(0)
public class StoreProblems {
    private static final Logger LOG = LoggerFactory.getLogger(StoreProblems.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MongoException failure, ServerWebExchange exchange) {
        HttpStatus status = isAway(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        LOG.error("{} {}: the store failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
                failure);
        String detail = status == HttpStatus.SERVICE_UNAVAILABLE
                ? "The store does not answer: try again."
                : "Something went wrong here, not with you.";
        return ResponseEntity.status(status).header(HttpHeaders.RETRY_AFTER, Long.toString(TRY_AGAIN.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.located(ProblemDetail.forStatusAndDetail(status, detail), exchange));
    }

    /** Whether it is the connection or the time that failed rather than the command. */
    public static boolean isAway(Throwable failure) {
        return switch (failure) {
            case MongoTimeoutException _,MongoSocketException _,MongoExecutionTimeoutException _,MongoConnectionPoolClearedException _,MongoServerUnavailableException _,MongoNotPrimaryException _,MongoNodeIsRecoveringException _ ->
                true;
            // The driver's word for a connection that ended under its hands.
            case MongoInternalException _ -> true;
            case MongoException mongo -> mongo.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }
}
