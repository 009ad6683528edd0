package news.kiosque.recommendation.index;

import news.kiosque.events.Order;

/**
 * What the index holds of one article.
 *
 * @param live whether it can be found; otherwise only its order is remembered
 * @param order of the newest event that was seen of it
 */
public record IndexedArticle(String id, boolean live, Order order) {}
