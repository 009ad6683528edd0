package news.kiosque.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics, their partitions and how long they keep what. */
public final class Topics {
    public static final String ARTICLE = "kiosque.article";
    public static final String RELATED = "kiosque.related";
    public static final String RELATED_DIRTY = "kiosque.related-dirty";
    public static final String RELATED_BACKFILL = "kiosque.related-backfill";
    public static final String RELATED_SETTINGS = "kiosque.related-settings";
    public static final String PAGE = "kiosque.page";
    public static final String CONSENT = "kiosque.consent";
    public static final String NOTICE = "kiosque.notice";
    public static final String LEDGER = "kiosque.ledger";

    /** The recommendation-service shares its work by partition, so all of its inputs have this many. */
    private static final int WORK_PARTITIONS = 12;

    /** An article is at most 700 KB; the rest is for headers and the batch. */
    private static final String MAX_RECORD_BYTES = "1048576";

    private static final List<TopicDeclaration> SOURCES = List.of(state(ARTICLE, WORK_PARTITIONS),
            state(RELATED, WORK_PARTITIONS), log(RELATED_DIRTY, WORK_PARTITIONS, Duration.ofDays(7)),
            log(RELATED_BACKFILL, WORK_PARTITIONS, Duration.ofDays(7)), state(RELATED_SETTINGS, 1),
            log(PAGE, 1, Duration.ofDays(1)),
            forgettingLog(CONSENT, 6, Duration.ofDays(30)), state(NOTICE, 1), log(LEDGER, 1, Duration.ofDays(400)));

    private Topics() {}

    /** Every topic that the services exchange, without the dead letters. */
    public static List<TopicDeclaration> sources() {
        return SOURCES;
    }

    /** Where that which could not be processed of a topic is noted: with as many partitions as the topic. */
    public static TopicDeclaration deadLettersOf(TopicDeclaration source) {
        return log(deadLettersOf(source.name()), source.partitions(), Duration.ofDays(30));
    }

    public static String deadLettersOf(String topic) {
        return topic + "-dlt";
    }

    /** The declaration of a topic of {@link #sources()}. */
    public static TopicDeclaration named(String name) {
        return SOURCES.stream().filter(topic -> topic.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic is named " + name));
    }

    /** Erasure has to be true within a day, so compaction may not put it off for longer. */
    private static TopicDeclaration state(String name, int partitions) {
        String day = millis(Duration.ofDays(1));
        return new TopicDeclaration(name, partitions,
                Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", day, "segment.ms", day,
                        "delete.retention.ms", day, "max.message.bytes", MAX_RECORD_BYTES));
    }

    private static TopicDeclaration log(String name, int partitions, Duration kept) {
        return new TopicDeclaration(name, partitions,
                Map.of("cleanup.policy", "delete", "retention.ms", millis(kept), "segment.ms",
                        millis(Duration.ofDays(1)), "max.message.bytes", MAX_RECORD_BYTES));
    }

    /**
     * A log in which an erasure comes true as in a state topic: within a day of it, what was said of its key before is gone.
     */
    private static TopicDeclaration forgettingLog(String name, int partitions, Duration kept) {
        Map<String, String> settings = new HashMap<>(log(name, partitions, kept).settings());
        settings.put("cleanup.policy", "compact,delete");
        settings.put("min.compaction.lag.ms", millis(Duration.ofHours(12)));
        settings.put("max.compaction.lag.ms", millis(Duration.ofDays(1)));
        return new TopicDeclaration(name, partitions, Map.copyOf(settings));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
