package news.kiosque.articles.importer;

import java.util.List;

import news.kiosque.articles.article.ArchivedArticle;
import org.jspecify.annotations.Nullable;

/** A line of an archive, as far as it can be told from itself alone. */
sealed interface Line {

    /** From 1, in what was sent. */
    long number();

    /**
     * One that says all that an article needs.
     *
     * @param sections the names of the section it is in and of those above, from the top
     * @param bytes how long it is
     */
    record Readable(long number, ArchivedArticle article, List<String> sections, int bytes) implements Line {}

    /** @param id the archive's id, where that could be read */
    record Unreadable(long number, @Nullable String id, String reason) implements Line {}
}
