package news.kiosque.recommendation.similarity;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well ranked lists answer: means over all queries. */
record Scores(double ndcg5, double recall5, double recall10, double mrr10) {

    static Scores of(List<String> ranked, Map<String, Integer> answers) {
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
        List<Integer> best = answers.values().stream().sorted((a, b) -> b - a).limit(5).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += best.get(i) / log2(i + 2);
        }
        return new Scores(dcg / ideal, in5 / (double) Math.min(5, answers.size()),
                in10 / (double) Math.min(10, answers.size()), mrr);
    }

    static Scores mean(List<Scores> all) {
        return new Scores(all.stream().mapToDouble(Scores::ndcg5).average().orElse(0),
                all.stream().mapToDouble(Scores::recall5).average().orElse(0),
                all.stream().mapToDouble(Scores::recall10).average().orElse(0),
                all.stream().mapToDouble(Scores::mrr10).average().orElse(0));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "nDCG@5 %.3f  R@5 %.3f  R@10 %.3f  MRR@10 %.3f", ndcg5, recall5, recall10,
                mrr10);
    }
}
