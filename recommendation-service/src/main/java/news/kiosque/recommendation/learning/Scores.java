package news.kiosque.recommendation.learning;

import java.util.List;
import java.util.Map;

/** How well one ranked list answers; nDCG with the grade as gain and log2 discount (Järvelin and Kekäläinen 2002). */
public record Scores(double ndcg5, double recall5, double recall10, double mrr10) {

    public static Scores of(List<String> ranked, Map<String, Integer> answers) {
        double dcg = 0;
        double mrr = 0;
        int in5 = 0;
        int in10 = 0;
        for (int i = 0; i < Math.min(10, ranked.size()); i++) {
            int grade = answers.getOrDefault(ranked.get(i), 0);
            if (grade > 0) {
                mrr = mrr == 0 ? 1.0 / (i + 1) : mrr;
                in10++;
                if (i < 5) {
                    in5++;
                    dcg += grade / log2(i + 2);
                }
            }
        }
        return new Scores(dcg / ideal(answers), in5 / (double) Math.min(5, answers.size()),
                in10 / (double) Math.min(10, answers.size()), mrr);
    }

    private static double ideal(Map<String, Integer> answers) {
        List<Integer> best = answers.values().stream().sorted((a, b) -> b - a).limit(5).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += best.get(i) / log2(i + 2);
        }
        return ideal;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
