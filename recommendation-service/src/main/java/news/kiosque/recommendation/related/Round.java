package news.kiosque.recommendation.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.intake.Records;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.RelatedList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What follows from some records together: each list is computed at most once, however many of them ask for it. Nothing
 * is sent here; what is to be sent is what it ends with.
 */
final class Round {
    /** The most other lists that one publication may ask to be computed anew, besides those that name it already. */
    private static final int MOST_MARKS = 40;
    /** Scores of the two directions differ a little, so one that nearly gets onto the list asks as well. */
    private static final double NEARLY = 0.8;

    private final RelatedArticles similarity;
    private final KnownLists known;
    private final CandidateIndex.View view;
    private final Instant now;
    private final Map<String, Cause> changed = new LinkedHashMap<>();
    private final Set<String> outdated = new LinkedHashSet<>();
    private final List<RelatedComputed> lists = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();

    /** A list of another article that has to be computed anew, once its owner knows the cause. */
    record Mark(RelatedOutdated event, Cause cause) {}

    Round(RelatedArticles similarity, KnownLists known, CandidateIndex.View view, Instant now) {
        this.similarity = similarity;
        this.known = known;
        this.view = view;
        this.now = now;
    }

    /** @throws UnreadableEvent when the record is no event of these topics */
    void on(ConsumerRecord<String, Event> record) {
        switch (Records.event(record)) {
            case null -> outdated.add(record.key());
            case ArticleWithdrawn withdrawn -> outdated.add(withdrawn.articleId());
            case ArticleEvent article ->
                changed.put(article.articleId(), new Cause(record.partition(), record.offset()));
            case RelatedOutdated list -> outdated.add(list.articleId());
            case Event other -> throw new UnreadableEvent("not work: " + other.getClass().getSimpleName(), null);
        }
    }

    void outdated(Iterable<String> articleIds) {
        articleIds.forEach(outdated::add);
    }

    void compute() {
        Set<String> all = new LinkedHashSet<>(changed.keySet());
        all.addAll(outdated);
        for (String articleId : all) {
            Optional<Profile> profile = view.find(articleId);
            RelatedList list = profile.map(article -> similarity.of(article, view, now)).orElse(RelatedList.EMPTY);
            send(articleId, profile.isPresent(), list.items());
            Cause cause = changed.get(articleId);
            if (cause != null) {
                mark(articleId, list.matches(), all, cause);
            }
        }
    }

    List<RelatedComputed> lists() {
        return lists;
    }

    Iterable<Mark> marks() {
        return marks.values();
    }

    private void send(String articleId, boolean live, List<Match> items) {
        KnownLists.Known before = known.of(articleId);
        String algorithm = similarity.settings().algorithm();
        boolean first = before.order().equals(KnownLists.Known.NONE.order());
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

    /** Asks for the lists that name the article already, and for those that it may now belong to. */
    private void mark(String articleId, List<Match> matches, Set<String> computedHere, Cause cause) {
        Set<String> others = new LinkedHashSet<>(known.naming(articleId));
        matches.stream().limit(MOST_MARKS).filter(this::mayEnter).map(Match::articleId).forEach(others::add);
        others.removeAll(computedHere);
        for (String other : others) {
            marks.put(other, new Mark(new RelatedOutdated(other, articleId, now), cause));
        }
    }

    private boolean mayEnter(Match match) {
        KnownLists.Known list = known.of(match.articleId());
        return list.items().size() < similarity.settings().listed() || match.score() > NEARLY * list.lowest();
    }
}
