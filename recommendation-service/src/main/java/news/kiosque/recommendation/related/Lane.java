package news.kiosque.recommendation.related;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import news.kiosque.events.Topics;

/** Where work comes from, the most urgent first: nothing of a lane is begun while one before it has work. */
enum Lane {
    /** What is published or withdrawn now. */
    PUBLICATIONS(Topics.ARTICLE, Duration.ofMillis(100)),
    /** Lists that a publication made outdated. */
    MARKS(Topics.RELATED_DIRTY, Duration.ofMillis(15)),
    /** Imports of old articles, and lists that are all computed anew. */
    BACKFILL(Topics.RELATED_BACKFILL, Duration.ofMillis(15));

    private final String topic;
    private final Duration turn;

    Lane(String topic, Duration turn) {
        this.topic = topic;
        this.turn = turn;
    }

    String topic() {
        return topic;
    }

    /** How long it may keep a more urgent lane waiting. */
    Duration turn() {
        return turn;
    }

    static List<String> topics() {
        return Arrays.stream(values()).map(Lane::topic).toList();
    }
}
