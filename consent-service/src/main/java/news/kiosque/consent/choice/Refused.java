package news.kiosque.consent.choice;

import java.time.Duration;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is not taken, and what to do instead. */
final class Refused extends ErrorResponseException {

    private Refused(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    private static Refused with(HttpStatus status, String detail) {
        return new Refused(status, ProblemDetail.forStatusAndDetail(status, detail));
    }

    static Refused crossSite() {
        return with(HttpStatus.FORBIDDEN, "A choice can be made only from the site itself.");
    }

    static Refused outdated(String current) {
        Refused refused = with(HttpStatus.CONFLICT,
                "The notice has changed since: ask with the current one and send its version.");
        refused.getBody().setProperty("current", current);
        return refused;
    }

    static Refused badKey() {
        return with(HttpStatus.BAD_REQUEST, "An Idempotency-Key is 1 to 128 printable characters; without a cookie"
                + " csid at least 16 that nobody can guess, such as a UUID.");
    }

    static Refused unreadable() {
        return with(HttpStatus.BAD_REQUEST, "The form is not encoded as forms are.");
    }

    static Refused busy() {
        Refused refused = with(HttpStatus.SERVICE_UNAVAILABLE, "Too many choices at once: try again.");
        refused.getHeaders().set("Retry-After", "2");
        return refused;
    }

    static Refused tooFast(Duration wait) {
        Refused refused = with(HttpStatus.TOO_MANY_REQUESTS, "Too many choices in a short time: wait a little.");
        refused.getHeaders().set("Retry-After", Long.toString(wait.toSeconds() + 1));
        return refused;
    }

    static Refused nothingOnRecord() {
        return with(HttpStatus.NOT_FOUND, "There is nothing on record for this browser.");
    }

    /** @param pointer JSON pointer to the field */
    static Refused field(String pointer, String detail) {
        Refused refused = with(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        refused.getBody().setProperty("errors", java.util.List.of(Map.of("pointer", pointer, "detail", detail)));
        return refused;
    }
}
