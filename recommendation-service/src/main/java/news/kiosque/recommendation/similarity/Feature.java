package news.kiosque.recommendation.similarity;

import java.util.Locale;

/**
 * What two articles are compared by. Each gives 0 to 1; a score is their weighted sum, so each has its share in it. The
 * "recent" ones are another feature times e^(−days/30): together with the feature itself they are a decay of any depth
 * that never falls to nothing.
 */
public enum Feature {
    /** The whole texts share telling words. */
    TEXT,
    /** The same, and they were published close to each other. */
    RECENT_TEXT,
    /** The same within a few days: the running story. */
    FRESH_TEXT,
    /** The headlines share telling words. */
    HEADLINE,
    /** The standfirsts do. */
    STANDFIRST,
    /** The one's headline is what the other's text is about, or the other way round. */
    HEADLINE_IN_TEXT,
    /** Both name the same people, places or organisations. */
    NAMES,
    /** The same, published close to each other. */
    RECENT_NAMES,
    /** Both have rare tags in common. */
    TAGS,
    /** Both are in the same section. */
    SECTION;

    /** As it stands in events: {@code recent-text}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
