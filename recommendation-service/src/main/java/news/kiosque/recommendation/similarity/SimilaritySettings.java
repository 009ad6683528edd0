package news.kiosque.recommendation.similarity;

/**
 * How lists are made.
 *
 * @param terms of an article that are looked up
 * @param candidates that are compared in full
 * @param listed the most items of a list
 * @param leastText cosine of the texts under which two articles have nothing to do with each other
 * @param nearDuplicate cosine of the texts from which two articles are one
 * @param diversity 0: by score alone; 1: as unlike each other as can be (the 1 − λ of maximal marginal relevance,
 *        Carbonell and Goldstein 1998)
 */
public record SimilaritySettings(int terms, int candidates, int listed, double leastText, double nearDuplicate,
        double diversity, Weights weights) {

    public static final SimilaritySettings SHIPPED = new SimilaritySettings(30, 200, 10, 0.05, 0.9, 0.1,
            Weights.SHIPPED);

    /** Name and version of the algorithm, as lists carry it; any other setting is another version. */
    public String algorithm() {
        return "kiosque-1-" + Integer.toHexString(toString().hashCode());
    }
}
