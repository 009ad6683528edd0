package news.kiosque.recommendation.similarity;

import java.util.Objects;

/**
 * How lists are made.
 *
 * @param terms of an article that are looked up
 * @param looked how many that share the most terms are looked at
 * @param candidates of those that are compared in full
 * @param listed the most items of a list
 * @param leastText cosine of the texts under which two articles have nothing to do with each other
 * @param nearDuplicate cosine of the texts from which two articles are one
 * @param diversity what a candidate's score loses when its text is the same as that of one before it, and in proportion
 *        (maximal marginal relevance, Carbonell and Goldstein 1998); a score is the logarithm of odds
 */
public record SimilaritySettings(int terms, int looked, int candidates, int listed, double leastText,
        double nearDuplicate, double diversity, Model model) {

    public static final SimilaritySettings SHIPPED = new SimilaritySettings(30, 800, 200, 10, 0.05, 0.9, 0.6,
            Model.SHIPPED);

    /** The same with another model. */
    public SimilaritySettings with(Model other) {
        return new SimilaritySettings(terms, looked, candidates, listed, leastText, nearDuplicate, diversity, other);
    }

    /** Name and version of the algorithm, as lists carry it; any other setting is another version. */
    public String algorithm() {
        int settings = Objects.hash(terms, looked, candidates, listed, leastText, nearDuplicate, diversity);
        return "kiosque-2-" + model.name() + "-" + model.version() + Integer.toHexString(settings);
    }
}
