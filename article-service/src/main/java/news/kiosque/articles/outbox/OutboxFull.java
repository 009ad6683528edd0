package news.kiosque.articles.outbox;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** So much waits to be sent of one document that no more may be added. */
public final class OutboxFull extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    OutboxFull() {
        super(HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many changes of this wait for Kafka, which is away: try again when it is back."),
                null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
    }
}
