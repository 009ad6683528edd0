package news.kiosque.consent.ledger;

import java.util.Optional;

import news.kiosque.consent.outbox.OutboxDocuments;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A record's event while it waits in the store. It says what was chosen, so it lies there under the wrapping key: the
 * bytes that the store keeps of it cannot be read when that key is gone.
 */
@Component
class SealedEvents {
    private static final String DATA = "data";

    private final WrappingKeys keys;

    SealedEvents(WrappingKeys keys) {
        this.keys = keys;
    }

    Document closed(String record, OutgoingEvent event) {
        WrappingKey key = keys.current();
        Document document = OutboxDocuments.write(event);
        return document.append(DATA, new Binary(key.box().close(data(document), record.getBytes(UTF_8))))
                .append(Subjects.BY, key.id());
    }

    OutgoingEvent opened(String record, Document stored) {
        return OutboxDocuments.read(Optional.ofNullable(stored.getString(Subjects.BY))
                .map(by -> new Document(stored).append(DATA,
                        new Binary(keys.named(by).box().open(data(stored), record.getBytes(UTF_8)))))
                // Stored by a version of Kiosque that did not close events.
                .orElse(stored));
    }

    private static byte[] data(Document document) {
        return document.get(DATA, Binary.class).getData();
    }
}
