package news.kiosque.articles.request;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What was sent cannot be read at all. */
public final class Malformed extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    public Malformed(String detail) {
        super(HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }
}
