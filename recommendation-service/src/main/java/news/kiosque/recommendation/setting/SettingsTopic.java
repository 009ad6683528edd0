package news.kiosque.recommendation.setting;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import news.kiosque.events.Event;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedSetting;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Writes decisions, one after the other whichever instance they are made on: each is a transaction under one id, so whoever
 * begins one ends what another has begun, and then reads what was decided before it decides.
 */
public final class SettingsTopic {
    private static final URI SOURCE = URI.create("/recommendation-service");
    private static final String TRANSACTIONS = "kiosque.related-settings";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition PLACE = new TopicPartition(Topics.RELATED_SETTINGS, 0);

    private final Map<String, Object> producer;
    private final ConsumerFactory<String, Event> consumers;
    private final Settings settings;
    private final InstantSource clock;

    SettingsTopic(Map<String, Object> producer, ConsumerFactory<String, Event> consumers, Settings settings,
            InstantSource clock) {
        this.producer = new HashMap<>(producer);
        this.producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
        this.producer.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        this.consumers = consumers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Decides on what was decided last.
     *
     * @param kind of the decision
     * @param change from the last decision, null for the first, and the order of the new one
     * @throws NotDecided when it could not be written, or another one came first: nothing has changed
     */
    public <T extends RelatedSetting> T change(Class<T> kind, BiFunction<@Nullable T, Order, T> change) {
        try (var transactions = new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer())) {
            transactions.initTransactions();
            T before = last(kind);
            T after = change.apply(before, (before == null ? Order.NONE : before.order()).next());
            Instant now = clock.instant();
            transactions.beginTransaction();
            transactions.send(OutgoingEvent.of(after, now).toRecord(SOURCE));
            transactions.commitTransaction();
            settings.hear(after);
            return after;
        } catch (KafkaException e) {
            throw new NotDecided(e);
        }
    }

    private <T extends RelatedSetting> @Nullable T last(Class<T> kind) {
        T last = null;
        try (Consumer<String, Event> consumer = consumers.createConsumer(null, "settings", null)) {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            long end = consumer.endOffsets(List.of(PLACE), PATIENCE).get(PLACE);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(PLACE) < end) {
                if (System.nanoTime() > until) {
                    throw new NotDecided(null);
                }
                for (ConsumerRecord<String, Event> record : consumer.poll(Duration.ofMillis(100))) {
                    T heard = read(kind, record);
                    last = heard != null && (last == null || heard.order().isAbove(last.order())) ? heard : last;
                }
            }
        }
        return last;
    }

    private static <T extends RelatedSetting> @Nullable T read(Class<T> kind, ConsumerRecord<String, Event> record) {
        try {
            Event event = Records.event(record);
            return kind.isInstance(event) ? kind.cast(event) : null;
        } catch (UnreadableEvent _) {
            // Every instance passes it over when it follows the topic, and says so.
            return null;
        }
    }
}
