package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;

import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;

/**
 * The computed list of related articles, as it last arrived.
 *
 * @param order of the event that brought it; one that is not above is ignored
 */
public record Related(Order order, String algorithm, List<RelatedComputed.Item> items, Instant computedAt) {
    public static final Related NONE = new Related(Order.NONE, "", List.of(), Instant.EPOCH);

    /** Ids, best first. */
    public List<String> articles() {
        return items.stream().map(RelatedComputed.Item::articleId).toList();
    }
}
