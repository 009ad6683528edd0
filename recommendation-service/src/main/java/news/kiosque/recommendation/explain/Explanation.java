package news.kiosque.recommendation.explain;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.events.RelatedComputed.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A list as it would be made now, and all that led to it.
 *
 * @param likelyLanguage in which its text seems to be; absent where that is what the article says, or not sure
 * @param terms by which others were looked for, the weightiest first
 * @param candidates how many were found by them and compared in full
 * @param items what readers are shown, best first
 * @param passedOver what is like the article too and is not shown
 * @param moreLikeThis what Lucene's MoreLikeThis at its defaults would list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(String articleId, String headline, Instant publishedAt, String language,
        @Nullable String likelyLanguage, String algorithm, List<Term> terms, int candidates, List<Item> items,
        List<PassedOver> passedOver, List<Item> moreLikeThis) {

    /**
     * @param term as it is compared: stemmed, without accents
     * @param articles how many have it
     */
    public record Term(String term, double weight, int articles) {}

    /**
     * @param score the sum of what its features give
     * @param reasons the features that share in the score, largest share first
     * @param features what each is worth for this article, in full
     */
    public record Item(String articleId, String headline, Instant publishedAt, double score, List<Reason> reasons,
            List<Weighed> features) {}

    /**
     * @param value how much of it there is
     * @param gives what that adds to the score
     */
    public record Weighed(String feature, double value, double gives) {}

    /** Why an article is not shown. */
    public enum Cause {
        /** It says nearly the same as another one. */
        DUPLICATE,
        /** It would have stood there, but is too like what stands there. */
        DIVERSITY,
        /** Others are more like the article. */
        SCORE,
        /** The editor will not have it. */
        BANNED,
        /** The editor wants it, or readers are still shown it, but it is not live. */
        WITHDRAWN
    }

    /** @param because of which other article; absent where there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PassedOver(String articleId, @Nullable String headline, @Nullable Double score, Cause cause,
            @Nullable String because) {}
}
