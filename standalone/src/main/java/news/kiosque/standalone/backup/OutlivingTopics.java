package news.kiosque.standalone.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import news.kiosque.events.EventType;
import news.kiosque.standalone.check.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topics of a Kafka that has outlived the store: what the restored store does not know is taken off the state topics,
 * related lists, of which they are the only memory, will be read again from the first one on, and whoever was erased stays so.
 *
 * @param kafka bootstrap servers
 */
record OutlivingTopics(String kafka) {
    /** Of article-service, which keeps the lists with their articles. */
    private static final String LISTS_READERS = "article-service-related";

    /** @throws StillRunning when services of a suite read there */
    void awaitNobody() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            get(admin.deleteConsumerGroups(List.of(LISTS_READERS)).all().toCompletionStage().toCompletableFuture());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                throw new StillRunning(kafka);
            }
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException("Kafka at " + kafka + ": " + e.getCause().getMessage(), e);
            }
        }
    }

    /** Those who had all that is on record of them erased, as far back as the topic goes. */
    Set<String> erased() {
        var subjects = new HashSet<String>();
        try (var topic = new TopicReader(kafka, EventType.CONSENT_ERASED.topic())) {
            topic.readOn(record -> {
                var type = record.headers().lastHeader("ce_type");
                if (type != null && EventType.CONSENT_ERASED.typeName()
                        .equals(new String(type.value(), StandardCharsets.UTF_8))) {
                    subjects.add(record.key());
                }
            });
        }
        return subjects;
    }

    /** @return how many keys were taken off */
    int forget(Survey survey, Instant now) {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(), new ByteArraySerializer())) {
            return forget(EventType.ARTICLE_WITHDRAWN, survey::wasEverPublic, producer, now)
                    + forget(EventType.NOTICE_PUBLISHED, survey::hasNotice, producer, now);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + kafka + ": " + e.getCause().getMessage(), e);
        }
    }

    private int forget(EventType type, Predicate<String> isKnown, KafkaProducer<String, byte[]> producer, Instant now)
            throws ExecutionException {
        var unknown = new TreeSet<String>();
        try (var topic = new TopicReader(kafka, type.topic())) {
            topic.readOn(record -> {
                if (record.value() == null || isKnown.test(record.key())) {
                    unknown.remove(record.key());
                } else {
                    unknown.add(record.key());
                }
            });
        }
        for (var key : unknown) {
            get(producer.send(tombstone(type, key, now)));
        }
        return unknown.size();
    }

    private static ProducerRecord<String, byte[]> tombstone(EventType type, String key, Instant now) {
        var record = new ProducerRecord<String, byte[]>(type.topic(), key, null);
        Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", type.typeName(), "ce_source",
                "/restore", "ce_subject", key, "ce_time", now.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static <T> T get(Future<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while Kafka was asked", e);
        }
    }
}
