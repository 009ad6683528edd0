package news.kiosque.articles.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param more whether there are more than {@code total}
 * @param pages that can be asked for
 * @param suggestion what the reader may have meant
 */
public record Found(long total, boolean more, int pages, List<Item> items, @Nullable String suggestion) {

    /** @param excerpt of the text, as HTML in which the words that were found are marked */
    public record Item(String articleId, String excerpt) {}
}
