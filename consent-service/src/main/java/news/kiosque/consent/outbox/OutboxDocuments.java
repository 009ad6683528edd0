package news.kiosque.consent.outbox;

import java.util.Date;

import com.mongodb.client.model.Updates;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** How an event lies in a document. */
public final class OutboxDocuments {

    private OutboxDocuments() {}

    public static Document write(OutgoingEvent event) {
        byte[] data = event.data();
        return new Document("id", event.id()).append("type", event.type()).append("topic", event.topic())
                .append("key", event.key()).append("time", Date.from(event.time()))
                .append("data", data == null ? null : new Binary(data));
    }

    /** The change that puts a document's event aside for good. */
    public static Bson parked(String reason) {
        return Updates.combine(Updates.unset("pending"), Updates.set("parked", reason));
    }

    public static OutgoingEvent read(Document document) {
        Binary data = document.get("data", Binary.class);
        return new OutgoingEvent(document.getString("id"), document.getString("type"), document.getString("topic"),
                document.getString("key"), document.getDate("time").toInstant(),
                data == null ? null : data.getData());
    }
}
