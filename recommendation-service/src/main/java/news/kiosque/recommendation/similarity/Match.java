package news.kiosque.recommendation.similarity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.events.RelatedComputed.Reason;
import news.kiosque.recommendation.index.Profile;

/**
 * An article that is like another one.
 *
 * @param score the sum of the parts; above 0
 * @param parts what each feature gave to the score, by ordinal; for what an editor pinned there is none
 */
public record Match(String articleId, String headline, Instant publishedAt, double score, double[] parts) {
    private static final String PINNED = "pinned";

    static Match of(Subject candidate, double[] parts) {
        return new Match(candidate.profile().id(), candidate.profile().headline(), candidate.profile().publishedAt(),
                Arrays.stream(parts).sum(), parts);
    }

    /** An article that stands there because the editor wants it. */
    static Match pinned(Profile article, double score) {
        return new Match(article.id(), article.headline(), article.publishedAt(), score, new double[0]);
    }

    /** The shares of the features that had one, largest first. */
    public List<Reason> reasons() {
        if (parts.length == 0) {
            return List.of(new Reason(PINNED, 1));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            if (parts[feature.ordinal()] != 0) {
                shares.merge(feature.label(), parts[feature.ordinal()] / score, Double::sum);
            }
        }
        return shares.entrySet().stream().map(share -> new Reason(share.getKey(), share.getValue()))
                .sorted(Comparator.comparingDouble(Reason::share).reversed()).toList();
    }
}
