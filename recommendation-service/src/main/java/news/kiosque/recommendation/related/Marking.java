package news.kiosque.recommendation.related;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.recommendation.similarity.Match;

/** Which other lists a changed article makes outdated: those that name it, and those that it may now belong to. */
final class Marking {
    /** The most other lists that one publication may ask for at once; what is beyond waits in the backfill. */
    private static final int MOST_AT_ONCE = 40;
    /** Scores of the two directions differ a little, so one that nearly gets onto the list asks as well. */
    private static final double NEARLY = 0.8;
    /** By then every instance has long found an article that was published. */
    private static final Duration LONG_FOUND = Duration.ofSeconds(30);

    private final KnownLists known;
    private final int listed;
    private final Instant now;

    Marking(KnownLists known, int listed, Instant now) {
        this.known = known;
        this.listed = listed;
        this.now = now;
    }

    /** @param backfill whether the article was in no hurry, so that the others are not either */
    List<Mark> of(String articleId, List<Match> matches, Cause cause, boolean backfill) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        known.naming(articleId).stream().filter(naming -> !backfill || isFromBefore(known.of(naming), cause))
                .forEach(naming -> add(marks, naming, articleId, cause, backfill));
        matches.stream().limit(MOST_AT_ONCE).filter(match -> backfill ? isMissed(match, cause) : mayEnter(match))
                .forEach(match -> add(marks, match.articleId(), articleId, cause, backfill));
        return new ArrayList<>(marks.values());
    }

    private void add(Map<String, Mark> marks, String other, String articleId, Cause cause, boolean backfill) {
        boolean later = backfill || marks.size() >= MOST_AT_ONCE;
        marks.putIfAbsent(other, Mark.ofOther(other, articleId, cause, later, now));
    }

    private boolean mayEnter(Match match) {
        KnownList list = known.of(match.articleId());
        return list.items().size() < listed || match.score() > NEARLY * list.lowest();
    }

    /** An import comes in a crowd: a list that is still to be computed, or was after all had arrived, misses nobody. */
    private boolean isMissed(Match match, Cause cause) {
        KnownList list = known.of(match.articleId());
        return list.wasSent() && mayEnter(match) && isFromBefore(list, cause);
    }

    private static boolean isFromBefore(KnownList list, Cause cause) {
        return list.computedAt().isBefore(cause.at().plus(LONG_FOUND));
    }
}
