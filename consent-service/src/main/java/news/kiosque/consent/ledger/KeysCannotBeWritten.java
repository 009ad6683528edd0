package news.kiosque.consent.ledger;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The folder of keys is not this service's to write: whoever keeps it has to put the new key there. */
class KeysCannotBeWritten extends ResponseStatusException {
    KeysCannotBeWritten(IOException cause) {
        super(HttpStatus.CONFLICT, "The folder of keys cannot be written (" + cause
                + "). Put a new line, id, space, 32 random bytes in Base64, at the top of " + WrappingFile.NAME
                + " where it is kept, and take the others out when the old keys are no longer needed.", cause);
    }
}
