package news.kiosque.events;

import java.time.Instant;
import java.util.List;

/**
 * The list of related articles of one article, as a whole.
 *
 * @param algorithm name and version of what computed it
 * @param items best first; empty when nothing is close enough, or when the article itself is gone
 */
public record RelatedComputed(Order order, String articleId, String algorithm, List<Item> items, Instant computedAt)
        implements
            RelatedEvent {

    /**
     * @param score above 0, comparable within one list only
     * @param reasons what the score is made of, largest share first
     */
    public record Item(String articleId, double score, List<Reason> reasons) {}

    /** @param share the part of the score that this feature gave, which may be negative; the shares sum to 1 */
    public record Reason(String feature, double share) {}
}
