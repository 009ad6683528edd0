package news.kiosque.recommendation.learning;

import java.util.Arrays;

/**
 * LambdaRank (Burges 2010, "From RankNet to LambdaRank to LambdaMART"): each pair of a named and another candidate pulls
 * them apart by how much nDCG@10 would gain if they changed places, times how wrong they stand.
 */
final class Gradients {
    private static final int PLACES = 10;
    private static final double NEAR = 0.01;
    private static final double[] DISCOUNTS = discounts();

    final double[] pull;
    final double[] curve;

    Gradients(int examples) {
        this.pull = new double[examples];
        this.curve = new double[examples];
    }

    void clear() {
        Arrays.fill(pull, 0);
        Arrays.fill(curve, 0);
    }

    /** @param from where the lesson's candidates begin among all examples */
    void add(Lesson lesson, double[] scores, int from) {
        int[] grades = lesson.grades();
        double[] worth = worths(scores, from, grades.length);
        double ideal = ideal(lesson.named());
        double all = 0;
        for (int i = 0; i < grades.length; i++) {
            for (int j = 0; grades[i] > 0 && j < grades.length; j++) {
                double gain = grades[i] <= grades[j]
                        ? 0
                        : Math.abs(worth[i] - worth[j]) * (grades[i] - grades[j]) / ideal;
                if (gain > 0) {
                    double apart = scores[from + i] - scores[from + j];
                    double wrong = 1 / (1 + Math.exp(apart));
                    gain /= NEAR + Math.abs(apart);
                    pull[from + i] += gain * wrong;
                    pull[from + j] -= gain * wrong;
                    curve[from + i] += gain * wrong * (1 - wrong);
                    curve[from + j] += gain * wrong * (1 - wrong);
                    all += 2 * gain * wrong;
                }
            }
        }
        temper(from, grades.length, all);
    }

    /** No lesson shouts: one in which much stands wrong counts for little more than one in which little does. */
    private void temper(int from, int size, double all) {
        double share = all == 0 ? 1 : Math.log1p(all) / Math.log(2) / all;
        for (int i = from; i < from + size; i++) {
            pull[i] *= share;
            curve[i] *= share;
        }
    }

    /** What each candidate's place is worth now: nothing beyond the tenth. */
    private static double[] worths(double[] scores, int from, int size) {
        int[] top = new int[Math.min(PLACES, size)];
        int filled = 0;
        for (int i = 0; i < size; i++) {
            double score = scores[from + i];
            if (filled == top.length && score <= scores[from + top[filled - 1]]) {
                continue;
            }
            int place = filled < top.length ? filled++ : filled - 1;
            while (place > 0 && scores[from + top[place - 1]] < score) {
                top[place] = top[place - 1];
                place--;
            }
            top[place] = i;
        }
        double[] worths = new double[size];
        for (int place = 0; place < filled; place++) {
            worths[top[place]] = DISCOUNTS[place];
        }
        return worths;
    }

    private static double ideal(int[] named) {
        int[] sorted = named.clone();
        Arrays.sort(sorted);
        double ideal = 0;
        for (int i = 0; i < Math.min(PLACES, sorted.length); i++) {
            ideal += sorted[sorted.length - 1 - i] * DISCOUNTS[i];
        }
        return ideal;
    }

    private static double[] discounts() {
        double[] discounts = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            discounts[i] = Math.log(2) / Math.log(i + 2);
        }
        return discounts;
    }
}
