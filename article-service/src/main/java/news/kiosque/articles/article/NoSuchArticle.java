package news.kiosque.articles.article;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is no article of this id. */
final class NoSuchArticle extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    NoSuchArticle() {
        super(HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no article of this id."), null);
    }
}
