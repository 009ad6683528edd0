package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import org.jspecify.annotations.Nullable;

/** What a list shows of a live article. */
public record Summary(String id, Edition edition, String url, String headline, String standfirst, String language,
        String section, List<Author> authors, Instant publishedAt, Instant modifiedAt, @Nullable Picture picture,
        boolean hasVideo) {

    /** @param medium id of the first picture */
    public record Picture(String medium, String alt) {}

    /** The place of this one in its list, for the page after it. */
    public Cursor cursor() {
        return new Cursor(publishedAt, id);
    }
}
