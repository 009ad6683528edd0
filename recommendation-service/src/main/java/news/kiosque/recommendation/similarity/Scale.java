package news.kiosque.recommendation.similarity;

import java.util.List;

/** A model made ready to weigh many candidates. */
final class Scale {
    private final double[][] above = new double[Feature.values().length][];
    private final double[][] worth = new double[Feature.values().length][];

    Scale(Model model) {
        for (int i = 0; i < above.length; i++) {
            above[i] = new double[0];
            worth[i] = new double[1];
        }
        for (Model.Part part : model.parts()) {
            above[part.feature().ordinal()] = array(part.above());
            worth[part.feature().ordinal()] = array(part.worth());
        }
    }

    /** What each feature gives to the score. */
    double[] parts(double[] features) {
        double[] parts = new double[features.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = worth[i][step(above[i], features[i])];
        }
        return parts;
    }

    private static int step(double[] above, double value) {
        int from = 0;
        int to = above.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (value > above[middle]) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
