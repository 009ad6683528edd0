package news.kiosque.articles.article;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The same Idempotency-Key came with another body. */
final class IdempotencyKeyReused extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    IdempotencyKeyReused() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key was used for another article: use a new key for a new article."), null);
    }
}
