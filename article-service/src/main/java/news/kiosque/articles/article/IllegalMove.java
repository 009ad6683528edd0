package news.kiosque.articles.article;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** An article cannot do this where it stands. */
final class IllegalMove extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    IllegalMove(String why) {
        super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why), null);
    }
}
