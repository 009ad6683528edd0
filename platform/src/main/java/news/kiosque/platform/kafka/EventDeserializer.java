package news.kiosque.platform.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import news.kiosque.events.Event;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the value of a record as an event; a tombstone is {@code null}. Whatever else it meets is {@link UnreadableEvent}. */
public final class EventDeserializer implements Deserializer<Event> {

    @Override
    public @Nullable Event deserialize(String topic, byte @Nullable [] data) {
        throw new UnreadableEvent("a record without headers is not an event", null);
    }

    @Override
    public @Nullable Event deserialize(String topic, Headers headers, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        try {
            CloudEvent envelope = KafkaMessageFactory.createReader(headers, data).toEvent();
            CloudEventData json = envelope.getData();
            return EventCodec.fromJson(envelope.getType(), json == null ? new byte[0] : json.toBytes());
        } catch (CloudEventRWException | IllegalArgumentException e) {
            throw new UnreadableEvent("not a CloudEvent: " + e.getMessage(), e);
        }
    }
}
