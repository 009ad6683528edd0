package news.kiosque.articles.section;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Something else is at the path of a section already. */
public final class SectionTaken extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    SectionTaken(String why) {
        super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why), null);
    }
}
