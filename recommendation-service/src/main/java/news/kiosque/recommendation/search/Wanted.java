package news.kiosque.recommendation.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for.
 *
 * @param language primary tag; null for all
 * @param section path of a section, those below it included
 * @param from published at or after it
 * @param until published before it
 * @param page from 1
 * @param limit articles a page
 */
record Wanted(String text, @Nullable String language, @Nullable String edition, @Nullable String section,
        @Nullable Instant from, @Nullable Instant until, Sort sort, int page, int limit) {
    static final int LONGEST_TEXT = 300;
    static final int MOST_PAGES = 50;
    static final int MOST_A_PAGE = 50;

    enum Sort {
        /** What has the words where they matter, a newer article before an older one that has them as well. */
        RELEVANCE,
        /** The latest published first. */
        NEWEST
    }

    /** How many come before this page. */
    int skipped() {
        return (page - 1) * limit;
    }
}
