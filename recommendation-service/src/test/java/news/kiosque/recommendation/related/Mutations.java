package news.kiosque.recommendation.related;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

import news.kiosque.events.ArticlePublished;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Article events, each broken in one of many ways, the same for a seed. */
final class Mutations {
    private static final URI SOURCE = URI.create("/article-service");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    ProducerRecord<String, byte[]> next(int number) {
        String key = "mut-bad-" + number;
        ProducerRecord<String, byte[]> sound = sound(key);
        String json = new String(sound.value(), StandardCharsets.UTF_8);
        return switch (number % 16) {
            case 0 -> bombed(sound);
            case 1 -> with(sound, json.substring(0, 1 + random.nextInt(json.length() - 1)));
            case 2 -> with(sound, json.replaceFirst("\"sections\":\\[.*?]", "\"sections\":\"monde\""));
            case 3 -> with(sound, json.replaceFirst("\"order\":\\{.*?}", "\"order\":\"first\""));
            case 4 -> type(sound, "news.kiosque.article.published.v" + (2 + random.nextInt(98)));
            case 5 -> new ProducerRecord<>(Topics.ARTICLE, key, sound.value());
            case 6 -> new ProducerRecord<>(Topics.ARTICLE, null, key + "-other", sound.value(), sound.headers());
            case 7 -> with(sound,
                    json.replaceFirst("\"publishedAt\":\"[^\"]*", "\"publishedAt\":\"+999999999-12-31T23:59:59Z"));
            case 8 -> sound(key + "x".repeat(201));
            // A compacted topic takes no record without a key; an empty one it takes.
            case 9 -> new ProducerRecord<>(Topics.ARTICLE, null, "", sound.value(), sound.headers());
            case 10 -> new ProducerRecord<>(Topics.ARTICLE, null, key, noise(), sound.headers());
            case 11 -> with(sound, json.replaceFirst("\"headline\":\"[^\"]*\",", ""));
            case 12 -> with(sound, "[".repeat(50_000));
            case 13 -> version(sound, "9.9");
            case 14 -> with(sound, "null");
            default -> new ProducerRecord<>(Topics.ARTICLE, null, key, OutgoingEvent
                    .of(new RelatedOutdated(key, "any", NOON), NOON).toRecord(SOURCE).value(),
                    OutgoingEvent.of(new RelatedOutdated(key, "any", NOON), NOON).toRecord(SOURCE).headers());
        };
    }

    private static ProducerRecord<String, byte[]> sound(String key) {
        return OutgoingEvent.of(new ArticlePublished(new Order(0, 1),
                Newsroom.article(key, "Bad news", "Nobody will read this.", NOON)), NOON).toRecord(SOURCE);
    }

    private ProducerRecord<String, byte[]> bombed(ProducerRecord<String, byte[]> sound) {
        Headers headers = sound.headers();
        headers.remove("ce_type");
        for (int i = 0; i < 2_000; i++) {
            headers.add(i % 3 == 0 ? "ce_x" + i : "spring_json_header_types", i % 5 == 0 ? null : noise(20));
        }
        return sound;
    }

    private static ProducerRecord<String, byte[]> with(ProducerRecord<String, byte[]> sound, String json) {
        return new ProducerRecord<>(Topics.ARTICLE, null, sound.key(), json.getBytes(StandardCharsets.UTF_8),
                sound.headers());
    }

    private static ProducerRecord<String, byte[]> type(ProducerRecord<String, byte[]> sound, String type) {
        sound.headers().remove("ce_type").add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return sound;
    }

    private static ProducerRecord<String, byte[]> version(ProducerRecord<String, byte[]> sound, String version) {
        sound.headers().remove("ce_specversion").add("ce_specversion", version.getBytes(StandardCharsets.UTF_8));
        return sound;
    }

    private byte[] noise() {
        return noise(1 + random.nextInt(500));
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
