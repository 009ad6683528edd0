package news.kiosque.consent.ledger;

import java.util.function.Function;

import org.bson.Document;

/** A document in the store is not what was put there, so much so that it cannot even be read. */
final class Unreadable extends RuntimeException {

    private Unreadable(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param kind what the document should be */
    static <T> T read(String kind, Document document, Function<Document, T> reader) {
        try {
            return reader.apply(document);
        } catch (NullPointerException | ClassCastException | IllegalArgumentException broken) {
            throw new Unreadable(kind + " " + document.get("_id") + " cannot be read", broken);
        }
    }
}
