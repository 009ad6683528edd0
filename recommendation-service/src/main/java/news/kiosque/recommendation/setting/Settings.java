package news.kiosque.recommendation.setting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.events.Event;
import news.kiosque.events.ModelChosen;
import news.kiosque.events.ModelLearned;
import news.kiosque.events.RelatedSetting;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.intake.TopicFollower;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decisions that {@code kiosque.related-settings} holds, as this instance has heard them. */
public final class Settings implements TopicFollower.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Map<String, RelatedSetting> latest = new ConcurrentHashMap<>();
    private volatile Map<Integer, Long> target = Map.of();
    private volatile boolean caughtUp;

    public Optional<AliasesAgreed> aliases() {
        return find(AliasesAgreed.KEY, AliasesAgreed.class);
    }

    public Optional<ModelLearned> learned() {
        return find(ModelLearned.KEY, ModelLearned.class);
    }

    public Optional<ModelChosen> chosen() {
        return find(ModelChosen.KEY, ModelChosen.class);
    }

    /** Whether all that was decided before this instance started is known; once true it stays so. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        target = Map.copyOf(ends);
        look(Map.of());
        return Map.of();
    }

    @Override
    public void take(ConsumerRecords<String, Event> records, Map<Integer, Long> next) {
        for (ConsumerRecord<String, Event> record : records) {
            try {
                if (Records.event(record) instanceof RelatedSetting setting) {
                    hear(setting);
                }
            } catch (UnreadableEvent e) {
                LOG.warn("No decision: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                        e.getMessage());
            }
        }
        look(next);
    }

    /** Takes a decision, unless a later one of its kind is known. */
    public void hear(RelatedSetting setting) {
        latest.merge(setting.key(), setting,
                (known, heard) -> heard.order().isAbove(known.order()) ? heard : known);
    }

    private void look(Map<Integer, Long> next) {
        caughtUp |= target.entrySet().stream()
                .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private <T extends RelatedSetting> Optional<T> find(String key, Class<T> kind) {
        return Optional.ofNullable(latest.get(key)).map(kind::cast);
    }
}
