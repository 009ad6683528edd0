package news.kiosque.platform.kafka;

import java.io.ByteArrayOutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.events.Event;
import news.kiosque.events.EventType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON: absent parts are left out, unknown ones ignored, missing ones refused. */
public final class EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventCodec() {}

    /** @return UTF-8 JSON, never empty: a CloudEvent without data would be a tombstone */
    public static byte[] toJson(Event event) {
        Completeness.check(event);
        ByteArrayOutputStream json = new ByteArrayOutputStream(1024);
        JSON.writeValue(json, event);
        return json.toByteArray();
    }

    /** @throws UnreadableEvent when the type is unknown, or the JSON is not of its shape */
    public static Event fromJson(String typeName, byte[] json) {
        EventType type = EventType.named(typeName)
                .orElseThrow(() -> new UnreadableEvent("unknown event type " + typeName, null));
        try {
            Event event = JSON.readValue(json, type.record());
            if (event == null) {
                throw new UnreadableEvent(typeName + " without data", null);
            }
            Completeness.check(event);
            return event;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEvent("not a " + typeName + ": " + e.getMessage(), e);
        }
    }
}
