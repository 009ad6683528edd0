package news.kiosque.recommendation.similarity;

import java.util.Arrays;

import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/**
 * An article with its terms weighted, ready to be compared.
 *
 * @param length of its text in terms
 * @param ownTerms what {@link #terms} gives it against itself
 */
record Subject(Profile profile, WeightedTerms text, WeightedTerms headline, WeightedTerms lead, WeightedTerms names,
        WeightedTerms tags, int length, double ownTerms) {

    private static final double SATURATION = 1.2;
    private static final double LENGTH_MATTERS = 0.75;
    private static final double TYPICAL_LENGTH = 300;

    static Subject of(Profile profile, TermStatistics statistics) {
        WeightedTerms text = WeightedTerms.of(profile.text(), statistics);
        int length = Arrays.stream(profile.text().counts()).sum();
        return new Subject(profile, text, WeightedTerms.of(profile.headlineTerms(), statistics),
                WeightedTerms.of(profile.leadTerms(), statistics), WeightedTerms.of(profile.names(), statistics),
                WeightedTerms.of(profile.tags(), statistics), length, terms(profile, text, profile, length));
    }

    /** BM25 of the other for all of this text as a query (Robertson and Zaragoza 2009, §3.2); 1 against itself. */
    double terms(Subject other) {
        return ownTerms == 0 ? 0 : terms(profile, text, other.profile, other.length) / ownTerms;
    }

    private static double terms(Profile query, WeightedTerms weighted, Profile document, int length) {
        double norm = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / TYPICAL_LENGTH);
        int[] ids = query.text().ids();
        int[] others = document.text().ids();
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < others.length) {
            if (ids[i] == others[j]) {
                double idf = weighted.idfs()[i];
                double asked = query.text().counts()[i++];
                double said = document.text().counts()[j++];
                sum += idf * idf * asked / (asked + SATURATION) * said / (said + norm);
            } else if (ids[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
