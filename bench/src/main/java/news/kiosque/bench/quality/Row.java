package news.kiosque.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import news.kiosque.bench.corpus.Collection;
import news.kiosque.recommendation.learning.Interval;
import news.kiosque.recommendation.learning.Scores;

/**
 * How well one system does on one set.
 *
 * @param metric by its name, the mean over queries with its 95% interval
 */
record Row(String set, String system, Map<String, Interval> metric, int queries) {

    static Row of(String set, String system, List<Answer> answers, boolean graded) {
        Map<String, Interval> metric = new LinkedHashMap<>();
        metric.put("ndcg5", interval(answers, answer -> answer.scores().ndcg5()));
        metric.put("recall5", interval(answers, answer -> answer.scores().recall5()));
        metric.put("recall10", interval(answers, answer -> answer.scores().recall10()));
        metric.put("mrr10", interval(answers, answer -> answer.scores().mrr10()));
        if (graded) {
            metric.put("map", interval(answers, Answer::averagePrecision));
        }
        return new Row(set, system, metric, answers.size());
    }

    private static Interval interval(List<Answer> answers, ToDoubleFunction<Answer> metric) {
        return Interval.of(answers.stream().mapToDouble(metric).toArray());
    }

    /** @param averagePrecision over all that is right, whatever its grade */
    record Answer(Scores scores, double averagePrecision) {

        static List<Answer> of(Collection collection, Ranking ranking) {
            List<Answer> answers = new ArrayList<>();
            for (var query : collection.queries()) {
                Map<String, Integer> right = collection.answers().get(query.id());
                List<String> ranked = ranking.of(query, answers.size());
                answers.add(new Answer(Scores.of(ranked, right), averagePrecision(ranked, right)));
            }
            return answers;
        }

        private static double averagePrecision(List<String> ranked, Map<String, Integer> right) {
            double sum = 0;
            int found = 0;
            for (int i = 0; i < ranked.size(); i++) {
                if (right.containsKey(ranked.get(i))) {
                    sum += ++found / (i + 1.0);
                }
            }
            return sum / right.size();
        }
    }
}
