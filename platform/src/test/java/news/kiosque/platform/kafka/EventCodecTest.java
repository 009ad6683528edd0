package news.kiosque.platform.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import news.kiosque.events.Event;
import news.kiosque.events.EventType;
import news.kiosque.events.Heartbeat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final URI SOURCE = URI.create("/article-service");

    private final EventDeserializer deserializer = new EventDeserializer();

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(EventType type) throws IOException {
        Event event = EventCodec.fromJson(type.typeName(), example(type));

        OutgoingEvent outgoing = OutgoingEvent.of(event, NOON);
        ProducerRecord<String, byte[]> record = outgoing.toRecord(SOURCE);

        assertThat(record.topic()).isEqualTo(type.topic());
        assertThat(record.key()).isEqualTo(event.key());
        assertThat(deserializer.deserialize(record.topic(), record.headers(), record.value())).isEqualTo(event);
    }

    @Test
    void saysInItsHeadersWhatItIs() {
        ProducerRecord<String, byte[]> record = OutgoingEvent.of(new Heartbeat("relay", NOON), NOON).toRecord(SOURCE);

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("news.kiosque.page.heartbeat.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/article-service");
        assertThat(header(record, "ce_subject")).isEqualTo("relay");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-02T12:00:00Z");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void noEventIsEverATombstone(EventType type) throws IOException {
        Event event = EventCodec.fromJson(type.typeName(), example(type));

        assertThat(OutgoingEvent.of(event, NOON).toRecord(SOURCE).value()).isNotEmpty();
    }

    @Test
    void tombstoneHasItsHeadersAndNoValue() {
        ProducerRecord<String, byte[]> record = OutgoingEvent.tombstone(EventType.ARTICLE_WITHDRAWN, "a1", NOON)
                .toRecord(SOURCE);

        assertThat(record.value()).isNull();
        assertThat(record.key()).isEqualTo("a1");
        assertThat(header(record, "ce_type")).isEqualTo("news.kiosque.article.withdrawn.v1");
        assertThat(deserializer.deserialize(record.topic(), record.headers(), (byte[]) null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "42", "{\"source\":\"relay\"}", "{\"source\":null,\"at\":null}",
            "{\"source\":\"relay\",\"at\":\"yesterday\"}", "{\"source\":{},\"at\":\"2026-11-02T12:00:00Z\"}"})
    void refusesWhatIsNotOfItsShape(String json) {
        byte[] data = json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventCodec.fromJson(EventType.HEARTBEAT.typeName(), data))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void refusesWhatMissesAPartDeepInside() throws IOException {
        String json = new String(example(EventType.ARTICLE_PUBLISHED), StandardCharsets.UTF_8)
                .replace("\"slug\": \"claire-aubry\",", "");

        assertThatThrownBy(() -> EventCodec.fromJson(EventType.ARTICLE_PUBLISHED.typeName(),
                json.getBytes(StandardCharsets.UTF_8))).isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("article.authors[].slug is missing");
    }

    @Test
    void refusesARecordThatIsNoCloudEvent() {
        assertThatThrownBy(() -> deserializer.deserialize("kiosque.article", new RecordHeaders(), new byte[]{1}))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void ignoresPartsThatItDoesNotKnow() {
        byte[] json = "{\"source\":\"relay\",\"at\":\"2026-11-02T12:00:00Z\",\"mood\":\"fine\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(EventCodec.fromJson(EventType.HEARTBEAT.typeName(), json)).isEqualTo(new Heartbeat("relay", NOON));
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] example(EventType type) throws IOException {
        try (InputStream file = EventType.class.getResourceAsStream("/examples/" + type.typeName() + ".json")) {
            return file.readAllBytes();
        }
    }
}
