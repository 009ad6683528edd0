package news.kiosque.recommendation.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many articles have what was looked for; at least so many where {@code more} were not counted
 * @param more whether there are more than were counted
 * @param page from 1
 * @param pages that can be asked for
 * @param suggestion what the reader may have meant; absent where that is not in doubt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Found(String q, long total, boolean more, int page, int pages, List<Item> items,
        @Nullable String suggestion) {

    /**
     * @param headline as HTML in which the words that were found are marked and nothing else is a tag
     * @param excerpt of the text, in the same way
     */
    public record Item(String articleId, String url, String edition, String language, String section,
            Instant publishedAt,
            String headline, String excerpt) {}
}
