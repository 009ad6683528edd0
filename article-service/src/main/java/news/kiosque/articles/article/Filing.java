package news.kiosque.articles.article;

import org.jspecify.annotations.Nullable;

/**
 * What became of an archived article.
 *
 * @param article its id
 * @param reason why it was rejected; null otherwise
 */
public record Filing(String article, Result result, @Nullable String reason) {

    /** Whether it was new, was changed, was there as it is, or could not be taken. */
    public enum Result {
        created, revised, unchanged, rejected
    }

    static Filing of(ArchivedArticle article, Result result) {
        return new Filing(article.id(), result, null);
    }

    static Filing rejected(ArchivedArticle article, String reason) {
        return new Filing(article.id(), Result.rejected, reason);
    }
}
