package news.kiosque.articles.article;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.events.Fingerprint;
import news.kiosque.events.Order;
import org.jspecify.annotations.Nullable;

/**
 * What one has to know of an article to tell whether others know the same of it.
 *
 * @param order of the newest event about it
 * @param fingerprint of what readers see of it; null unless it is live
 * @param waiting whether events of it have not reached Kafka yet
 * @param related the list that is kept with it; null when none was ever computed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArticleDigest(String id, String edition, String state, @Nullable String url, @Nullable Instant publishedAt,
        Order order, @Nullable String fingerprint, boolean waiting, @Nullable RelatedDigest related) {

    record RelatedDigest(Order order, String fingerprint) {

        static @Nullable RelatedDigest of(Related related) {
            return related.order().equals(Order.NONE)
                    ? null
                    : new RelatedDigest(related.order(), Fingerprint.ofList(related.articles()));
        }
    }
}
