package news.kiosque.articles.article;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A change to an article has to say which revision it changes. */
final class RevisionMissing extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    RevisionMissing() {
        super(HttpStatus.PRECONDITION_REQUIRED, ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_REQUIRED,
                "Send the ETag of the article that you read as If-Match."), null);
    }
}
