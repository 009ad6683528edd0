package news.kiosque.consent.draft;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The draft is not the one that was seen. */
public final class DraftChanged extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    DraftChanged() {
        super(HttpStatus.PRECONDITION_FAILED, ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED,
                "The draft was saved or published since you saw it: look at it again."), null);
    }
}
