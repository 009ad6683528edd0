package news.kiosque.recommendation.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import news.kiosque.events.ArticleCorrected;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.DeadLetterReplay;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.ReplicaPosition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every article event to this instance's index. */
public final class ArticleIntake implements TopicFollower.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleIntake.class);

    /** Away for longer, it might have missed the tombstone of an erased article: Kafka keeps those for a day. */
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(12);

    private final Replica replica;
    private final LuceneIndex index;
    private final TopicIdentity identity;
    private final Departures departures;
    private final DeadLetterReplay letters;
    private final DeclaredLanguages languages;
    private final InstantSource clock;
    private String topicId = "";

    ArticleIntake(Replica replica, TopicIdentity identity, Departures departures, DeadLetterReplay letters,
            DeclaredLanguages languages, InstantSource clock) {
        this.replica = replica;
        this.index = replica.index();
        this.identity = identity;
        this.departures = departures;
        this.letters = letters;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) throws IOException {
        topicId = identity.id();
        index.recover();
        ReplicaPosition kept = index.written();
        Instant oldest = clock.instant().minus(LONGEST_ABSENCE);
        boolean another = !kept.topicId().equals(topicId);
        boolean ahead = kept.next().entrySet().stream()
                .anyMatch(next -> next.getValue() > ends.getOrDefault(next.getKey(), 0L));
        if (another || ahead || kept.at().isBefore(oldest)) {
            LOG.info("The index is filled from the start of the topic");
            index.clear();
        }
        // What an earlier version of this service could not take, this one may.
        letters.replay(Topics.ARTICLE, this::take);
        replica.aim(ends);
        return index.written().next();
    }

    @Override
    public void take(ConsumerRecords<String, Event> records, Map<Integer, Long> next) throws IOException {
        for (ConsumerRecord<String, Event> record : records) {
            try {
                take(record);
            } catch (UnreadableEvent e) {
                // The compute group notes it among the dead letters, once for all instances.
                LOG.warn("Not indexed: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                        e.getMessage());
            }
        }
        replica.written(new ReplicaPosition(topicId, next, clock.instant()));
    }

    /** Lets be found what was taken out of turn. */
    public void found() throws IOException {
        index.refresh();
    }

    @Override
    public void check() throws IOException {
        Optional<String> fault = index.fault();
        if (fault.isPresent()) {
            throw new IOException("The index cannot be written: " + fault.get());
        }
    }

    /** Takes one record, in its turn or again. @throws UnreadableEvent when it is none for the index */
    public void take(ConsumerRecord<String, Event> record) throws IOException {
        switch (Records.event(record)) {
            case null -> erase(record.key());
            case ArticlePublished published -> put(published.article(), published);
            case ArticleRevised revised -> put(revised.article(), revised);
            case ArticleCorrected corrected -> put(corrected.article(), corrected);
            case ArticleWithdrawn withdrawn -> remove(withdrawn.articleId(), withdrawn.order());
            case Event other -> throw new UnreadableEvent("not an article: " + other.getClass().getSimpleName(), null);
        }
    }

    private void put(PublicArticle article, ArticleEvent event) throws IOException {
        Indexable one = Indexable.of(article);
        index.put(one.profile(), one.searchable(), event.order());
        languages.look(one.words());
    }

    private void remove(String articleId, Order order) throws IOException {
        if (index.remove(articleId, order)) {
            departures.left(articleId);
        }
    }

    private void erase(String articleId) throws IOException {
        index.erase(articleId);
        departures.left(articleId);
    }
}
