package news.kiosque.consent.ledger;

/** The reader's record was erased while the request was under way; the reader is a new one from now on. */
public class SubjectErased extends RuntimeException {

    SubjectErased() {
        super("The record of this reader was erased", null, false, false);
    }
}
