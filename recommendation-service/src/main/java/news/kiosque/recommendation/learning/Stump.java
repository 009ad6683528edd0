package news.kiosque.recommendation.learning;

import news.kiosque.recommendation.similarity.Feature;

/**
 * One step of one feature.
 *
 * @param last the last step below it
 * @param below what is added up to there, and {@code above} beyond
 * @param gain how much better the lists become; 0 when there is nothing to gain
 */
record Stump(Feature feature, int last, double below, double above, double gain) {
    static final Stump NONE = new Stump(Feature.TEXT, 0, 0, 0, 0);

    double at(int step) {
        return step <= last ? below : above;
    }

    static Stump best(Feature feature, Steps steps, Gradients gradients, double ridge) {
        byte[] on = steps.of()[feature.ordinal()];
        double[] pull = new double[steps.above()[feature.ordinal()].length + 1];
        double[] curve = new double[pull.length];
        double allPull = 0;
        double allCurve = 0;
        for (int i = 0; i < on.length; i++) {
            if (gradients.curve[i] != 0) {
                pull[on[i]] += gradients.pull[i];
                curve[on[i]] += gradients.curve[i];
                allPull += gradients.pull[i];
                allCurve += gradients.curve[i];
            }
        }
        Stump best = NONE;
        double leftPull = 0;
        double leftCurve = 0;
        for (int step = 0; step < pull.length - 1; step++) {
            leftPull += pull[step];
            leftCurve += curve[step];
            double below = leftPull / (leftCurve + ridge);
            double above = (allPull - leftPull) / (allCurve - leftCurve + ridge);
            double gain = leftPull * below + (allPull - leftPull) * above - allPull * allPull / (allCurve + ridge);
            if (gain > best.gain() && (above >= below || !feature.onlySpeaksFor())) {
                best = new Stump(feature, step, below, above, gain);
            }
        }
        return best;
    }
}
