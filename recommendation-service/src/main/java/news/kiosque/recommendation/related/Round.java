package news.kiosque.recommendation.related;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.RelatedDeferred;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.intake.Indexable;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.RelatedList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from some records together: each list is computed at most once, however many of them ask for it. Nothing
 * is sent here; what is to be sent is what it ends with.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final RelatedArticles similarity;
    private final KnownLists known;
    private final CandidateIndex.View view;
    private final Instant now;
    private final Marking marking;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final List<RelatedComputed> lists = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();
    private final Map<ConsumerRecord<String, Event>, Exception> failures = new LinkedHashMap<>();

    /**
     * A list that has to be computed.
     *
     * @param record that asks for it; null when no record does
     * @param cause with which others are to be marked; null when the article itself has not changed
     */
    private record Asked(@Nullable ConsumerRecord<String, Event> record, @Nullable Cause cause, boolean backfill) {}

    Round(RelatedArticles similarity, KnownLists known, CandidateIndex.View view, Instant now) {
        this.similarity = similarity;
        this.known = known;
        this.view = view;
        this.now = now;
        this.marking = new Marking(known, similarity.settings().listed(), now);
    }

    /** Takes a record; one that cannot be read is among the {@link #failures()} then. */
    void on(ConsumerRecord<String, Event> record) {
        try {
            switch (Records.event(record)) {
                case null -> ask(record.key(), record);
                case ArticleWithdrawn withdrawn -> ask(withdrawn.articleId(), record);
                case ArticlePublished published when Backfill.isOne(record, published) -> defer(record, published);
                case ArticleEvent article -> asked.put(article.articleId(), new Asked(record, Cause.at(record), false));
                case RelatedDeferred list when list.cause().equals(RelatedDeferred.NEW) ->
                    asked.put(list.articleId(), new Asked(record, Cause.of(record).orElse(null), true));
                case RelatedDeferred list -> ask(list.articleId(), record);
                case RelatedOutdated list -> ask(list.articleId(), record);
                case Event other ->
                    throw new UnreadableEvent("not work: " + other.getClass().getSimpleName(), null);
            }
        } catch (RuntimeException e) {
            failures.put(record, e);
        }
    }

    void outdated(Iterable<String> articleIds) {
        articleIds.forEach(articleId -> ask(articleId, null));
    }

    /** Computes what was asked for; an article that cannot be compared fails by itself. */
    void compute() {
        for (Map.Entry<String, Asked> one : asked.entrySet()) {
            try {
                compute(one.getKey(), one.getValue());
            } catch (AlreadyClosedException | UncheckedIOException e) {
                // The disk's fault, not the article's.
                throw e;
            } catch (RuntimeException e) {
                fail(one.getKey(), one.getValue(), e);
            }
        }
        marks.keySet().removeAll(asked.keySet());
    }

    Set<String> computed() {
        return asked.keySet();
    }

    List<RelatedComputed> lists() {
        return lists;
    }

    Iterable<Mark> marks() {
        return marks.values();
    }

    /** The records that cannot be worked off, each with what is wrong. */
    Map<ConsumerRecord<String, Event>, Exception> failures() {
        return failures;
    }

    private void ask(String articleId, @Nullable ConsumerRecord<String, Event> record) {
        asked.putIfAbsent(articleId, new Asked(record, null, false));
    }

    private void defer(ConsumerRecord<String, Event> record, ArticlePublished published) {
        refuseWhatTheIndexDid(published, published.article());
        marks.put(published.articleId(), Mark.ofNew(published.articleId(), Cause.at(record), now));
    }

    private void compute(String articleId, Asked why) {
        if (why.record() != null && why.record().value() instanceof ArticleEvent event) {
            Backfill.article(event).ifPresent(article -> refuseWhatTheIndexDid(event, article));
        }
        Optional<Profile> profile = view.find(articleId);
        RelatedList list = profile.map(article -> similarity.of(article, view, now)).orElse(RelatedList.EMPTY);
        send(articleId, profile.isPresent(), list.items());
        if (why.cause() != null) {
            for (Mark mark : marking.of(articleId, list.matches(), why.cause(), why.backfill())) {
                marks.putIfAbsent(mark.event().articleId(), mark);
            }
        }
    }

    /** The index passes over in silence what it cannot take; here it is said why, once for all instances. */
    private void refuseWhatTheIndexDid(ArticleEvent event, PublicArticle article) {
        if (event.order().isAbove(view.seen(event.articleId()))) {
            Indexable.of(article);
        }
    }

    private void fail(String articleId, Asked why, RuntimeException failure) {
        if (why.record() == null) {
            LOG.error("The list of {} cannot be computed", articleId, failure);
        } else {
            failures.put(why.record(), failure);
        }
    }

    private void send(String articleId, boolean live, List<Match> items) {
        KnownList before = known.of(articleId);
        String algorithm = similarity.settings().algorithm();
        boolean first = !before.wasSent();
        boolean same = before.items().equals(items.stream().map(Match::articleId).toList())
                && (!live || before.algorithm().equals(algorithm));
        if (first ? live : !same) {
            lists.add(new RelatedComputed(before.order().next(), articleId, algorithm,
                    items.stream().map(Round::item).toList(), now));
        }
    }

    private static RelatedComputed.Item item(Match match) {
        return new RelatedComputed.Item(match.articleId(), match.score(), match.reasons());
    }
}
