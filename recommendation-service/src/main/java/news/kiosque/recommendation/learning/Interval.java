package news.kiosque.recommendation.learning;

import java.util.Arrays;
import java.util.Random;

/** A mean and where it lies in 95 of 100 samples drawn anew from the same queries (Efron's percentile bootstrap). */
public record Interval(double value, double low, double high) {
    private static final int SAMPLES = 1000;

    public static Interval of(double[] values) {
        if (values.length == 0) {
            return new Interval(0, 0, 0);
        }
        Random random = new Random(values.length);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(Arrays.stream(values).average().orElse(0), means[SAMPLES / 40],
                means[SAMPLES - 1 - SAMPLES / 40]);
    }
}
