package news.kiosque.articles.request;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What was sent is JSON but not what is asked for; each fault has a pointer to its field. */
public final class Invalid extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /**
     * @param pointer JSON pointer (RFC 6901) into the body
     * @param detail what to send instead
     */
    public record Fault(String pointer, String detail) {}

    public Invalid(List<Fault> faults) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, problem(faults), null);
        this.faults = faults;
    }

    public static Invalid at(String pointer, String detail) {
        return new Invalid(List.of(new Fault(pointer, detail)));
    }

    /** All of it in one sentence: {@code title must be …; tags/0 must be …}. */
    public String words() {
        return faults.stream().map(fault -> (fault.pointer().replaceFirst("^/", "") + " " + fault.detail()).strip())
                .collect(Collectors.joining("; "));
    }

    private static ProblemDetail problem(List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                "Some fields are not as they should be; 'errors' says which.");
        problem.setProperty("errors", faults);
        return problem;
    }
}
