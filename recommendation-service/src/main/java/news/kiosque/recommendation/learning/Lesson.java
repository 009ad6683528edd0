package news.kiosque.recommendation.learning;

import java.util.Map;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.similarity.RelatedArticles;

/**
 * One list to learn from.
 *
 * @param features of each candidate, by ordinal
 * @param grades of each candidate, 0 for what nobody named
 * @param named grades of all that was named, found among the candidates or not
 */
public record Lesson(double[][] features, int[] grades, int[] named) {

    /** What could be found when the article was published, and what of it was right. */
    public static Lesson of(Answered one, RelatedArticles similarity, CandidateIndex.View index) {
        RelatedArticles.Weighable all = similarity.weighable(one.article(), index, one.article().publishedAt());
        Map<String, Integer> answers = one.answers();
        return new Lesson(all.features(),
                all.candidates().stream().mapToInt(id -> answers.getOrDefault(id, 0)).toArray(),
                answers.values().stream().mapToInt(Integer::intValue).toArray());
    }

    boolean teaches() {
        for (int grade : grades) {
            if (grade > 0) {
                return true;
            }
        }
        return false;
    }
}
