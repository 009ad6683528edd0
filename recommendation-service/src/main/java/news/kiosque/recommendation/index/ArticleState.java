package news.kiosque.recommendation.index;

import news.kiosque.events.Order;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds of an article.
 *
 * @param order of the last event that was taken
 * @param profile null when the article is not live
 */
record ArticleState(Order order, @Nullable Profile profile) {
    static final ArticleState UNKNOWN = new ArticleState(Order.NONE, null);
}
