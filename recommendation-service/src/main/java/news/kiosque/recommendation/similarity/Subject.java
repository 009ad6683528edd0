package news.kiosque.recommendation.similarity;

import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermBag;
import news.kiosque.recommendation.index.TermStatistics;

/**
 * An article with its terms weighted, ready to be compared. Of terms it counts as BM25 does what a text asks for and what
 * it says (Robertson and Zaragoza 2009, §3.2).
 *
 * @param focus the terms of the text, weighted by where they stand
 * @param length of its text in terms
 */
record Subject(Profile profile, WeightedTerms text, WeightedTerms focus, WeightedTerms headline, WeightedTerms lead,
        WeightedTerms names, WeightedTerms tags, WeightedTerms byline, int length) {

    private static final double SATURATION = 1.2;
    private static final double LENGTH_MATTERS = 0.75;
    private static final double TYPICAL_LENGTH = 300;

    static Subject of(Profile profile, TermStatistics statistics) {
        WeightedTerms text = WeightedTerms.of(profile.text(), statistics);
        int length = 0;
        for (int count : profile.text().counts()) {
            length += count;
        }
        return new Subject(profile, text, text.focused(profile.text(), profile.headlineTerms(), profile.leadTerms()),
                text.part(profile.headlineTerms()), text.part(profile.leadTerms()),
                WeightedTerms.of(profile.names(), statistics), WeightedTerms.of(profile.tags(), statistics),
                WeightedTerms.of(profile.byline(), statistics), length);
    }

    /** How much a term of its text asks for, by place. */
    double asked(int place) {
        double idf = text.idfs()[place];
        int count = profile.text().counts()[place];
        return idf * idf * count / (count + SATURATION);
    }

    /** What a count is saturated by in a text of this length. */
    double norm() {
        return SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / TYPICAL_LENGTH);
    }

    /**
     * How far its text answers who asks for a term, by place: below 1.
     *
     * @param norm its {@link #norm()}
     */
    double said(int place, double norm) {
        int count = profile.text().counts()[place];
        return count / (count + norm);
    }

    /** How far its text answers itself. */
    double ownTerms() {
        double sum = 0;
        double norm = norm();
        TermBag bag = profile.text();
        for (int i = 0; i < bag.size(); i++) {
            sum += asked(i) * said(i, norm);
        }
        return sum;
    }
}
