package news.kiosque.recommendation.similarity;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What two articles are compared by. A score is the sum of one piecewise function a feature ({@link Model}), so each has
 * its share in it. Those that begin with {@code BEST} are another feature divided by the most that any candidate has of
 * it: how telling a likeness is depends on what else there is.
 */
public enum Feature {
    /** The whole texts share telling words. */
    TEXT,
    /** The same, times e^(−days/30). */
    RECENT_TEXT,
    /** The same, times e^(−days/4): the running story. */
    FRESH_TEXT,
    /** The texts share telling words, and those that stand early count more. */
    FOCUS,
    /** The same, times e^(−days/30). */
    RECENT_FOCUS,
    /** It is like the candidates that are most like the article: a part of their story. */
    STORY,
    /** The headlines share telling words. */
    HEADLINE,
    /** Both begin with the same words. */
    LEAD,
    /** The article's headline is what the other's text is about. */
    HEADLINE_IN_TEXT,
    /** The other's headline is what the article's text is about. */
    TEXT_IN_HEADLINE,
    /** The article's beginning is what the other's text is about. */
    LEAD_IN_TEXT,
    /** The other's beginning is what the article's text is about. */
    TEXT_IN_LEAD,
    /** Both name the same people, places or organisations. */
    NAMES,
    /** How much of what the article says is said in the other, repetition counting less and less. */
    TERMS,
    /** The same, the other way round. */
    TERMS_BACK,
    /** Days between the publications. */
    AGE,
    /** Both are in the same section. */
    SECTION,
    /** Both are by the same authors or agencies. */
    BYLINE,
    /** Both have rare tags in common. */
    TAGS, BEST_TEXT(TEXT), BEST_HEADLINE(HEADLINE), BEST_LEAD(LEAD), BEST_HEADLINE_IN_TEXT(
            HEADLINE_IN_TEXT), BEST_TEXT_IN_HEADLINE(
                    TEXT_IN_HEADLINE), BEST_LEAD_IN_TEXT(LEAD_IN_TEXT), BEST_TEXT_IN_LEAD(
                            TEXT_IN_LEAD), BEST_NAMES(NAMES), BEST_TERMS(TERMS), BEST_TERMS_BACK(TERMS_BACK);

    private final @Nullable Feature relativeTo;

    Feature() {
        this.relativeTo = null;
    }

    Feature(Feature relativeTo) {
        this.relativeTo = relativeTo;
    }

    /** The feature that this one is a relation of; null for one that stands by itself. */
    @Nullable
    Feature relativeTo() {
        return relativeTo;
    }

    /** Whether more of it can only speak for a candidate. Of age nobody knows beforehand. */
    public boolean onlySpeaksFor() {
        return this != AGE;
    }

    /** As it stands in events: {@code recent-text}. A relation goes by the name of what it is a relation of. */
    public String label() {
        Feature named = relativeTo == null ? this : relativeTo;
        return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
