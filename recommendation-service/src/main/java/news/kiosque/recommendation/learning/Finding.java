package news.kiosque.recommendation.learning;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What learning found out.
 *
 * @param verdict in words
 * @param better whether the learned model finds more of what editors linked, surely
 * @param links that editors placed, to articles that were there already
 * @param learnedFrom how many articles, the older ones
 * @param checkedOn how many articles, the most recent fifth
 * @param ndcg5 how well the first five places answer; null when there was too little to learn from
 * @param model file of the learned model, when it is better
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String verdict, boolean better, int links, int learnedFrom, int checkedOn,
        @Nullable Change ndcg5, @Nullable Change recall5, List<SideBySide> examples, @Nullable String model) {

    /** @param gain of the learned over what is in service, article by article */
    public record Change(Interval inService, Interval learned, Interval gain) {}

    /**
     * The headlines of one article's list, by each.
     *
     * @param linked what its editor linked
     */
    public record SideBySide(String articleId, String headline, List<String> linked, List<String> inService,
            List<String> learned) {}

    static Finding tooFew(int links, int articles, int needed) {
        return new Finding("Too few to learn from: " + articles + " articles link to earlier ones, and " + needed
                + " are needed. What is in service stays.", false, links, 0, 0, null, null, List.of(), null);
    }

    Finding keptIn(String file) {
        return new Finding(verdict, better, links, learnedFrom, checkedOn, ndcg5, recall5, examples, file);
    }
}
