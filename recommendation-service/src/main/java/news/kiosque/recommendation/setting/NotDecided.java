package news.kiosque.recommendation.setting;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A decision could not be written down, so it does not hold. */
public final class NotDecided extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    NotDecided(@Nullable Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                        "It could not be written down now: Kafka is away, or somebody else decided at the same time."),
                cause);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    }
}
