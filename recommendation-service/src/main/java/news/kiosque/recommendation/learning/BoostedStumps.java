package news.kiosque.recommendation.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Model;

/**
 * Fits a model: in each round the one step of one feature that helps most is added to that feature's function (gradient
 * boosting, Friedman 2001, with trees of a single split, so that the sum stays additive). Functions of likeness may only
 * rise: that says what we know beforehand, and keeps reasons true where there was little to learn from. They begin where
 * likeness and age alone stand, so that a model tells apart what is more alike than anything it was taught. A few fits, each
 * with its own share of lessons and features, are averaged, which is a model of the same form. The same lessons give the
 * same model.
 */
public final class BoostedStumps {
    private static final int FITS = 4;
    private static final int ROUNDS = 300;
    private static final double RATE = 0.1;
    private static final double RIDGE = 5;
    private static final double LESSONS = 0.7;
    private static final double FEATURES = 0.5;
    private static final double DIGITS = 1e5;
    static final Set<Feature> BELIEVED = Set.of(Feature.FOCUS, Feature.RECENT_FOCUS, Feature.STORY);
    /** How much the likeness of texts counts before anything was learned: × (½ + ½·e^(−days/30)). */
    private static final double BELIEF = 6;
    /** How much the story counts, as far as it tells whether an article is in it at all. */
    private static final double BELIEF_IN_STORY = 20;
    private static final double IN_STORY = 0.1;

    private final List<Lesson> lessons;
    private final Set<Feature> features;
    private final int fits;
    private final Steps steps;
    private final int[] starts;
    private final double[][] worth;

    private BoostedStumps(List<Lesson> lessons, Set<Feature> features, int fits) {
        this.lessons = lessons;
        this.fits = fits;
        this.features = features;
        this.steps = Steps.over(lessons);
        this.starts = new int[lessons.size() + 1];
        for (int i = 0; i < lessons.size(); i++) {
            starts[i + 1] = starts[i] + lessons.get(i).grades().length;
        }
        this.worth = new double[Feature.values().length][];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = new double[steps.above()[i].length + 1];
        }
        believed().forEach(feature -> worth[feature.ordinal()] = belief(feature));
    }

    private List<Feature> believed() {
        return BELIEVED.stream().filter(features::contains).sorted().toList();
    }

    private double[] belief(Feature feature) {
        float[] above = steps.above()[feature.ordinal()];
        double[] belief = new double[above.length + 1];
        for (int step = 1; step < belief.length; step++) {
            belief[step] = feature == Feature.STORY
                    ? BELIEF_IN_STORY * Math.min(IN_STORY, above[step - 1])
                    : BELIEF * above[step - 1];
        }
        return belief;
    }

    /** @param features that may be used */
    public static Model fit(String name, String evidence, List<Lesson> lessons, Set<Feature> features) {
        return fit(name, evidence, lessons, features, FITS);
    }

    /** @param fits that are averaged: fewer are there sooner, and more a matter of chance */
    public static Model fit(String name, String evidence, List<Lesson> lessons, Set<Feature> features, int fits) {
        BoostedStumps fit = new BoostedStumps(lessons.stream().filter(Lesson::teaches).toList(), features, fits);
        for (int i = 0; i < fits; i++) {
            fit.boost(new Random(i + 1));
        }
        return new Model(name, evidence, fit.parts());
    }

    private void boost(Random random) {
        double[] scores = new double[starts[lessons.size()]];
        for (Feature feature : believed()) {
            double[] belief = belief(feature);
            byte[] on = steps.of()[feature.ordinal()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] += belief[on[i]];
            }
        }
        Gradients gradients = new Gradients(scores.length);
        for (int round = 0; round < ROUNDS; round++) {
            gradients.clear();
            for (int i = 0; i < lessons.size(); i++) {
                if (random.nextDouble() < LESSONS) {
                    gradients.add(lessons.get(i), scores, starts[i]);
                }
            }
            Stump best = Stump.NONE;
            for (Feature feature : Feature.values()) {
                if (random.nextDouble() < FEATURES && features.contains(feature)) {
                    Stump one = Stump.best(feature, steps, gradients, RIDGE);
                    best = one.gain() > best.gain() ? one : best;
                }
            }
            take(best, scores);
        }
    }

    private void take(Stump stump, double[] scores) {
        if (stump.gain() <= 0) {
            return;
        }
        int feature = stump.feature().ordinal();
        for (int step = 0; step < worth[feature].length; step++) {
            worth[feature][step] += RATE * stump.at(step) / fits;
        }
        byte[] on = steps.of()[feature];
        for (int i = 0; i < scores.length; i++) {
            scores[i] += RATE * stump.at(on[i]);
        }
    }

    private List<Model.Part> parts() {
        List<Model.Part> parts = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double[] all = worth[feature.ordinal()];
            double least = Arrays.stream(all).min().orElse(0);
            List<Double> above = new ArrayList<>();
            List<Double> worths = new ArrayList<>(List.of(rounded(all[0] - least)));
            for (int step = 1; step < all.length; step++) {
                double here = rounded(all[step] - least);
                if (here != worths.getLast()) {
                    above.add((double) steps.above()[feature.ordinal()][step - 1]);
                    worths.add(here);
                }
            }
            if (!above.isEmpty()) {
                parts.add(new Model.Part(feature, above, worths, ""));
            }
        }
        return parts;
    }

    private static double rounded(double worth) {
        return Math.round(worth * DIGITS) / DIGITS;
    }
}
