package news.kiosque.articles.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The array of events in a document that waits for the relay, and the flag by which the relay finds the document. */
public final class Outbox {
    /** For projections: readers of a document need not read what waits in it. */
    public static final String FIELD = "outbox";
    /** The relay finds the documents by it. */
    public static final IndexModel INDEX = new IndexModel(Indexes.ascending("pending"),
            new IndexOptions().name("outbox-pending").sparse(true));

    /** The same for what the relay sends when nothing else waits. */
    public static final IndexModel BACKFILL_INDEX = new IndexModel(Indexes.ascending("backfill"),
            new IndexOptions().name("outbox-backfill").sparse(true));

    static final String PENDING = "pending";
    static final String BACKFILL = "backfill";

    /** A document may have 16 MB; this leaves room for the rest of it. */
    private static final long MAX_WAITING_BYTES = 6_000_000;

    private Outbox() {}

    /** The part of an update that leaves events for the relay; it is atomic with the rest of the update. */
    public static Bson add(List<OutgoingEvent> events) {
        return events.isEmpty()
                ? new Document()
                : Updates.combine(Updates.pushEach(FIELD, events.stream().map(Outbox::document).toList()),
                        Updates.set(PENDING, true));
    }

    /** As {@link #add}, for events that let all others go first; those of one document keep their order. */
    public static Bson addBackfill(List<OutgoingEvent> events) {
        return Updates.combine(Updates.pushEach(FIELD, events.stream().map(Outbox::document).toList()),
                Updates.set(BACKFILL, true));
    }

    /** The fields of a new document that leave its first events for the relay, in no hurry. */
    public static Document firstBackfill(List<OutgoingEvent> events) {
        return new Document(FIELD, events.stream().map(Outbox::document).toList()).append(BACKFILL, true);
    }

    /**
     * Refuses to add to a document in which too much waits already, because Kafka has been away.
     *
     * @throws OutboxFull then
     */
    public static void checkRoom(Document document) {
        List<Document> entries = document.getList(FIELD, Document.class, List.of());
        if (entries.stream().mapToLong(entry -> entry.getInteger("bytes")).sum() > MAX_WAITING_BYTES) {
            throw new OutboxFull();
        }
    }

    /** That an event does not wait in a document. */
    public static Bson lacks(OutgoingEvent event) {
        return Filters.ne(FIELD + ".id", event.id());
    }

    /** Whether events of the document wait for the relay. */
    public static boolean isWaiting(Document document) {
        return document.getBoolean(PENDING, false) || document.getBoolean(BACKFILL, false);
    }

    /** For the projection of what {@link #checkRoom} needs. */
    public static String bytesField() {
        return FIELD + ".bytes";
    }

    static OutgoingEvent event(Document entry) {
        @Nullable
        String data = entry.getString("data");
        return new OutgoingEvent(entry.getString("id"), entry.getString("type"), entry.getString("topic"),
                entry.getString("key"), entry.getDate("time").toInstant(),
                data == null ? null : data.getBytes(StandardCharsets.UTF_8), entry.getBoolean(BACKFILL, false));
    }

    static Document document(OutgoingEvent event) {
        byte[] data = event.data();
        Document entry = new Document("id", event.id()).append("type", event.type()).append("topic", event.topic())
                .append("key", event.key()).append("time", event.time())
                .append("data", data == null ? null : new String(data, StandardCharsets.UTF_8))
                .append("bytes", event.bytes());
        return event.backfill() ? entry.append(BACKFILL, true) : entry;
    }
}
