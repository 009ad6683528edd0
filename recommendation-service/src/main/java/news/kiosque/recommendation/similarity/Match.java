package news.kiosque.recommendation.similarity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import news.kiosque.events.RelatedComputed.Reason;

/**
 * An article that is like another one.
 *
 * @param parts what each feature gave to the score, by ordinal
 */
public record Match(String articleId, String headline, Instant publishedAt, double score, double[] parts) {

    static Match of(Comparison.Subject candidate, double[] features, Weights weights) {
        double[] parts = new double[features.length];
        for (Feature feature : Feature.values()) {
            parts[feature.ordinal()] = weights.of(feature) * features[feature.ordinal()];
        }
        return new Match(candidate.profile().id(), candidate.profile().headline(), candidate.profile().publishedAt(),
                Arrays.stream(parts).sum(), parts);
    }

    /** The shares of the features that had one, largest first. */
    public List<Reason> reasons() {
        return Arrays.stream(Feature.values()).filter(feature -> parts[feature.ordinal()] != 0)
                .map(feature -> new Reason(feature.label(), parts[feature.ordinal()] / score))
                .sorted(Comparator.comparingDouble(Reason::share).reversed()).toList();
    }
}
