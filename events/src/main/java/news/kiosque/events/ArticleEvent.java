package news.kiosque.events;

/**
 * The public state of an article has changed. Each event carries the whole state that the public may read now; its type
 * is only the reason, and consumers upsert.
 */
public sealed interface ArticleEvent extends Event
        permits ArticlePublished, ArticleRevised, ArticleCorrected, ArticleWithdrawn {

    String articleId();

    Order order();

    @Override
    default String key() {
        return articleId();
    }
}
