package news.kiosque.recommendation.learning;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import news.kiosque.recommendation.similarity.Feature;

/**
 * Where the functions of the features may step: at quantiles of what occurs, closer together where a likeness is high,
 * since most candidates are unlike the article and the few that are alike have to be told apart. Ages are told apart where
 * they are low.
 *
 * @param above the places, rising, by feature
 * @param of the step on which each example stands, by feature and example
 */
record Steps(float[][] above, byte[][] of) {
    private static final int MOST = 64;
    private static final int EVEN = 50;
    private static final double TO_ONE_END = 2.2;

    static Steps over(List<Lesson> lessons) {
        int features = Feature.values().length;
        float[][] above = new float[features][];
        byte[][] of = new byte[features][];
        for (int feature = 0; feature < features; feature++) {
            float[] values = values(lessons, feature);
            above[feature] = places(values, Feature.values()[feature]);
            of[feature] = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                int at = Arrays.binarySearch(above[feature], values[i]);
                of[feature][i] = (byte) (at >= 0 ? at : -at - 1);
            }
        }
        return new Steps(above, of);
    }

    private static float[] values(List<Lesson> lessons, int feature) {
        float[] values = new float[lessons.stream().mapToInt(lesson -> lesson.grades().length).sum()];
        int next = 0;
        for (Lesson lesson : lessons) {
            for (double[] features : lesson.features()) {
                values[next++] = (float) features[feature];
            }
        }
        return values;
    }

    private static float[] places(float[] values, Feature feature) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int zeros = 0;
        while (zeros < sorted.length && sorted[zeros] <= 0) {
            zeros++;
        }
        TreeSet<Float> places = new TreeSet<>();
        if (zeros > 0 && zeros < sorted.length) {
            places.add(0f);
        }
        for (int i = 1; i < MOST; i++) {
            double even = i / (double) MOST;
            double share = feature.onlySpeaksFor()
                    ? 1 - Math.pow(1 - even, TO_ONE_END)
                    : Math.pow(even, TO_ONE_END);
            int at = zeros + (int) (share * (sorted.length - zeros));
            if (at < sorted.length && sorted[at] < sorted[sorted.length - 1]) {
                places.add(sorted[at]);
            }
        }
        for (int i = 1; BoostedStumps.BELIEVED.contains(feature) && i < EVEN; i++) {
            places.add(i / (float) EVEN);
        }
        float[] above = new float[places.size()];
        int next = 0;
        for (float place : places) {
            above[next++] = place;
        }
        return above;
    }
}
