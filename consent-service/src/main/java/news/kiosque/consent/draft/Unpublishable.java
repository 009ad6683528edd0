package news.kiosque.consent.draft;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A notice that readers cannot be asked, and why. */
public final class Unpublishable extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    Unpublishable(List<Fault> faults) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                faults.getFirst().detail()), null);
        this.faults = List.copyOf(faults);
        getBody().setProperty("errors", this.faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
