package news.kiosque.platform.kafka;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import news.kiosque.events.Event;
import news.kiosque.events.EventType;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event ready for Kafka, in a form that an outbox can keep and that stays the same however often it is sent.
 *
 * @param id unique with its source; the same on every attempt to send it
 * @param type CloudEvents type name
 * @param data JSON in UTF-8; absent in a tombstone
 * @param backfill whether it tells of something from an archive, so that nobody need hurry
 */
public record OutgoingEvent(String id, String type, String topic, String key, Instant time, byte @Nullable [] data,
        boolean backfill) {
    /** The CloudEvents extension attribute of events of the backfill; others do not have it. */
    private static final String BACKFILL = "backfill";

    /** One of today. */
    public OutgoingEvent(String id, String type, String topic, String key, Instant time, byte @Nullable [] data) {
        this(id, type, topic, key, time, data, false);
    }

    public static OutgoingEvent of(Event event, Instant time) {
        EventType type = EventType.of(event);
        return new OutgoingEvent(UUID.randomUUID().toString(), type.typeName(), type.topic(), event.key(), time,
                EventCodec.toJson(event));
    }

    /** The same, marked as being in no hurry. */
    public OutgoingEvent asBackfill() {
        return new OutgoingEvent(id, type, topic, key, time, data, true);
    }

    /** The same under this id, by which it is known again however often it is made. */
    public OutgoingEvent named(UUID known) {
        return new OutgoingEvent(known.toString(), type, topic, key, time, data, backfill);
    }

    /** Removes the key from its state topic: after compaction nothing of it is left. */
    public static OutgoingEvent tombstone(EventType type, String key, Instant time) {
        return new OutgoingEvent(UUID.randomUUID().toString(), type.typeName(), type.topic(), key, time, null);
    }

    /** @param source the service that sends it, such as {@code /article-service} */
    public ProducerRecord<String, byte[]> toRecord(URI source) {
        CloudEvent event = envelope(source);
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.createWriter(topic, key).writeBinary(event);
        return data == null ? new ProducerRecord<>(topic, null, key, null, record.headers()) : record;
    }

    /** The size that counts against the limits: what of it is data. */
    public int bytes() {
        return data == null ? 0 : data.length;
    }

    private CloudEvent envelope(URI source) {
        CloudEventBuilder builder = CloudEventBuilder.v1().withId(id).withType(type).withSource(source).withSubject(key)
                .withTime(time.atOffset(ZoneOffset.UTC));
        if (backfill) {
            builder.withExtension(BACKFILL, "true");
        }
        return data == null ? builder.build() : builder.withData("application/json", data).build();
    }
}
