package news.kiosque.platform.kafka;

import news.kiosque.events.Event;
import news.kiosque.events.EventType;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.SerializationUtils;

/** Tells a tombstone from a record that cannot be read: both come without a value. */
public final class Records {
    private static final LogAccessor LOG = new LogAccessor(LogFactory.getLog(Records.class));

    private Records() {}

    /**
     * The event of a record, null for a tombstone.
     *
     * @throws UnreadableEvent when it is no event, or that of another key or topic
     */
    public static @Nullable Event event(ConsumerRecord<String, Event> record) {
        Exception failure = SerializationUtils.getExceptionFromHeader(record,
                KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, LOG);
        if (failure != null) {
            throw new UnreadableEvent(
                    String.valueOf(failure.getCause() == null ? failure : failure.getCause().getMessage()), failure);
        }
        if (record.key() == null || record.key().isEmpty()) {
            throw new UnreadableEvent("a record without a key", null);
        }
        Event event = record.value();
        if (event != null && !event.key().equals(record.key())) {
            throw new UnreadableEvent("of " + event.key() + " but under the key " + record.key(), null);
        }
        if (event != null && !EventType.of(event).topic().equals(record.topic())) {
            throw new UnreadableEvent(event.getClass().getSimpleName() + " does not belong on " + record.topic(), null);
        }
        return event;
    }
}
