package news.kiosque.recommendation.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;

/** Fits the weights on the earlier half of the queries, by coordinate ascent on nDCG@5 (Metzler and Croft 2007). */
final class Fit {
    private static final double[] STEPS = {0, .25, .5, .7, .85, 1.15, 1.4, 2, 4};

    private Fit() {}

    /** One query's candidates: their features, and the grade of each. */
    record Case(List<double[]> features, List<Integer> grades, double ideal) {}

    static void fit(Corpus corpus, CandidateIndex index) {
        List<Case> cases = new ArrayList<>();
        try (CandidateIndex.View view = index.open()) {
            for (PublicArticle query : QualityOfLists.queries(corpus)) {
                cases.add(read(view, view.find(query.id()).orElseThrow(), corpus.answers().get(query.id())));
            }
        }
        List<Case> early = cases.subList(0, cases.size() / 2);
        List<Case> late = cases.subList(cases.size() / 2, cases.size());
        double[] weights = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            weights[feature.ordinal()] = Weights.SHIPPED.of(feature);
        }
        System.out.printf("start: early %.4f late %.4f%n", value(early, weights), value(late, weights));
        for (int round = 0; round < 6; round++) {
            double before = value(early, weights);
            for (int feature = 0; feature < weights.length; feature++) {
                improve(early, weights, feature);
            }
            System.out.printf("round %d: early %.4f late %.4f %s%n", round, value(early, weights),
                    value(late, weights), Arrays.toString(weights));
            if (value(early, weights) - before < 1e-5) {
                break;
            }
        }
        for (Feature feature : Feature.values()) {
            double[] without = weights.clone();
            without[feature.ordinal()] = 0;
            System.out.printf("without %-18s early %.4f late %.4f%n", feature.label(), value(early, without),
                    value(late, without));
        }
    }

    private static void improve(List<Case> cases, double[] weights, int feature) {
        double best = value(cases, weights);
        double now = weights[feature];
        double[] tries = Arrays.stream(STEPS).map(step -> now == 0 ? step * .1 : step * now).toArray();
        for (double tried : tries) {
            double[] changed = weights.clone();
            changed[feature] = tried;
            double value = value(cases, changed);
            if (value > best + 1e-6) {
                best = value;
                weights[feature] = tried;
            }
        }
    }

    private static Case read(CandidateIndex.View view, Profile query, Map<String, Integer> answers) {
        RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED);
        Comparison comparison = new Comparison(query, view.statistics(query.language()));
        List<double[]> features = new ArrayList<>();
        List<Integer> grades = new ArrayList<>();
        for (Profile candidate : similarity.candidates(query, view, query.publishedAt())) {
            features.add(comparison.features(comparison.prepare(candidate)));
            grades.add(answers.getOrDefault(candidate.id(), 0));
        }
        List<Integer> best = answers.values().stream().sorted(Comparator.reverseOrder()).limit(5).toList();
        return new Case(features, grades,
                IntStream.range(0, best.size()).mapToDouble(i -> best.get(i) / Math.log(i + 2)).sum());
    }

    /** Mean nDCG@5. */
    private static double value(List<Case> cases, double[] weights) {
        return cases.parallelStream().mapToDouble(one -> ndcg(one, weights)).average().orElse(0);
    }

    private static double ndcg(Case one, double[] weights) {
        int size = one.features().size();
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            double[] features = one.features().get(i);
            for (int f = 0; f < weights.length; f++) {
                scores[i] += weights[f] * features[f];
            }
        }
        double dcg = 0;
        for (int i = 0; i < size; i++) {
            if (one.grades().get(i) > 0) {
                int rank = 0;
                for (double score : scores) {
                    rank += score > scores[i] ? 1 : 0;
                }
                dcg += rank < 5 ? one.grades().get(i) / Math.log(rank + 2) : 0;
            }
        }
        return dcg / one.ideal();
    }
}
