package news.kiosque.consent.ledger;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The ledger does not fit into this service's memory to be checked here. */
public class LedgerTooLarge extends ErrorResponseException {

    LedgerTooLarge() {
        super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "The ledger is too large to be checked inside of the service: use './kiosque consent verify'."), null);
    }
}
