package news.kiosque.articles.search;

import java.time.Instant;

import news.kiosque.articles.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for in an edition.
 *
 * @param section path of a section, with those below it; null for all
 * @param from published at or after it
 * @param until published before it
 * @param page from 1
 */
public record Question(String text, Edition edition, @Nullable String section, @Nullable Instant from,
        @Nullable Instant until, boolean newestFirst, int page) {
    public static final int LONGEST_TEXT = 300;
    public static final int MOST_PAGES = 50;
}
