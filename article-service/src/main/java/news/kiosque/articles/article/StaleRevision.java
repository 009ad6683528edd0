package news.kiosque.articles.article;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Somebody else changed the article since it was read. */
final class StaleRevision extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    StaleRevision() {
        super(HttpStatus.PRECONDITION_FAILED, ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED,
                "The article has changed since: read it again and send its new ETag as If-Match."), null);
    }
}
