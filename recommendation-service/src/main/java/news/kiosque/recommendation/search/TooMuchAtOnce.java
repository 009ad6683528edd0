package news.kiosque.recommendation.search;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** More is looked for at this moment than this instance answers. */
final class TooMuchAtOnce extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    TooMuchAtOnce() {
        super(HttpStatus.SERVICE_UNAVAILABLE, ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                "Too much is looked for at once; please ask again in a second."), null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }
}
