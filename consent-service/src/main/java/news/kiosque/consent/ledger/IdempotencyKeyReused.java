package news.kiosque.consent.ledger;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** One Idempotency-Key came with two different choices. */
public class IdempotencyKeyReused extends ErrorResponseException {

    IdempotencyKeyReused() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key was used for another choice: use a new one."), null);
    }
}
