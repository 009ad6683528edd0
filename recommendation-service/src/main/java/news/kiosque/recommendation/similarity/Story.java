package news.kiosque.recommendation.similarity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the candidates that are most like an article are about together. Another one that is like them belongs to the
 * story even if it shares less with the article itself (relevance feedback without readers: Rocchio 1971).
 */
final class Story {
    private static final int MOST = 5;

    private final int[] leaders;
    private final double[] weights;
    private final TermPlaces places;
    private final float[] terms;
    private final double all;

    private Story(int[] leaders, double[] weights, List<Subject> candidates) {
        this.leaders = leaders;
        this.weights = weights;
        int[] ids = Arrays.stream(leaders).mapToObj(candidates::get)
                .flatMapToInt(one -> Arrays.stream(one.focus().ids()))
                .sorted().distinct().toArray();
        this.places = new TermPlaces(ids);
        this.terms = new float[ids.length];
        for (int i = 0; i < leaders.length; i++) {
            add(candidates.get(leaders[i]).focus(), weights[i]);
        }
        this.all = Arrays.stream(weights).sum();
    }

    /** @param features of each candidate, which say how like the article it is */
    static Story of(List<Subject> candidates, double[][] features) {
        int[] leaders = IntStream.range(0, features.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -likeness(features[i]))
                        .thenComparing(i -> candidates.get(i).profile().id()))
                .limit(MOST).mapToInt(Integer::intValue).toArray();
        return new Story(leaders, Arrays.stream(leaders).mapToDouble(i -> likeness(features[i])).toArray(), candidates);
    }

    /** Puts into its place how like each is to the others that the story is told by. */
    void tell(List<Subject> candidates, double[][] features) {
        for (int i = 0; i < features.length; i++) {
            double own = 0;
            for (int leader = 0; leader < leaders.length; leader++) {
                own = leaders[leader] == i ? weights[leader] : own;
            }
            double others = all - own;
            features[i][Feature.STORY.ordinal()] = others <= 0
                    ? 0
                    : Math.max(0, likeness(candidates.get(i).focus()) - own) / others;
        }
    }

    private static double likeness(double[] features) {
        return features[Feature.FOCUS.ordinal()] + features[Feature.RECENT_FOCUS.ordinal()];
    }

    private double likeness(WeightedTerms focus) {
        double dot = 0;
        for (int i = 0; i < focus.ids().length; i++) {
            int place = places.of(focus.ids()[i]);
            if (place >= 0) {
                dot += terms[place] * focus.weights()[i];
            }
        }
        return dot == 0 ? 0 : dot / focus.length();
    }

    private void add(WeightedTerms focus, double weight) {
        for (int i = 0; i < focus.ids().length; i++) {
            terms[places.of(focus.ids()[i])] += (float) (weight * focus.weights()[i] / focus.length());
        }
    }
}
