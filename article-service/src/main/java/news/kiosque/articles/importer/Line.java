package news.kiosque.articles.importer;

import java.util.List;

import news.kiosque.articles.article.ArchivedArticle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A line of an archive, as far as it can be told from itself alone. */
sealed interface Line {

    /** From 1, in what was sent. */
    long number();

    /**
     * One of which nothing is made before it is known whether it says anything new.
     *
     * @param article the id here of the article that it is about
     * @param digest of all that it says
     * @param bytes how long it is
     */
    record Identified(long number, Identity identity, String article, String digest, ObjectNode json, int bytes)
            implements
                Line {}

    /**
     * One that says all that an article needs.
     *
     * @param sections the names of the section it is in and of those above, from the top
     */
    record Readable(long number, ArchivedArticle article, List<String> sections) implements Line {}

    /** @param id the archive's id, where that could be read */
    record Unreadable(long number, @Nullable String id, String reason) implements Line {}
}
