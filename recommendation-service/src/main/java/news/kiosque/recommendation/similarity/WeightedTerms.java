package news.kiosque.recommendation.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import news.kiosque.recommendation.index.CandidateIndex.WeightedTerm;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermBag;
import news.kiosque.recommendation.index.TermStatistics;

/**
 * A bag with what each term is worth: (1 + ln tf) · idf, Salton and Buckley's {@code ltc} (1988).
 *
 * @param ids rising
 * @param weights as many
 * @param idfs as many
 * @param length of the vector, Euclidean
 */
record WeightedTerms(int[] ids, float[] weights, float[] idfs, float length) {

    /** Where a term's frequency begins to say little more: k1 of BM25. */
    private static final float SATURATION = 1.2f;

    /** What a term counts for when the headline has it, and again when the lead has. */
    private static final float PROMINENT = 1.5f;

    private static final float[] DAMPED = damped();
    private static final float[] FOCUSED = focused();

    static WeightedTerms of(TermBag bag, TermStatistics statistics) {
        float[] idfs = new float[bag.size()];
        for (int i = 0; i < idfs.length; i++) {
            idfs[i] = statistics.idf(bag.ids()[i]);
        }
        return weighted(bag, idfs);
    }

    /** A bag whose ids are all among these, which are asked for what each is worth. */
    WeightedTerms part(TermBag bag) {
        float[] known = new float[bag.size()];
        int at = 0;
        for (int i = 0; i < known.length; i++) {
            while (ids[at] < bag.ids()[i]) {
                at++;
            }
            known[i] = idfs[at];
        }
        return weighted(bag, known);
    }

    /** The same terms by where they stand: ln(1 + 2·headline + 1½·lead + ½·below) · idf. */
    WeightedTerms focused(TermBag text, TermBag headline, TermBag lead) {
        float[] focused = new float[ids.length];
        double square = 0;
        int inHeadline = 0;
        int inLead = 0;
        for (int i = 0; i < ids.length; i++) {
            int halves = text.counts()[i];
            if (inHeadline < headline.size() && headline.ids()[inHeadline] == ids[i]) {
                halves += 3 * headline.counts()[inHeadline++];
            }
            if (inLead < lead.size() && lead.ids()[inLead] == ids[i]) {
                halves += 2 * lead.counts()[inLead++];
            }
            focused[i] = (halves < FOCUSED.length ? FOCUSED[halves] : (float) Math.log1p(halves / 2.0)) * idfs[i];
            square += focused[i] * focused[i];
        }
        return new WeightedTerms(ids, focused, idfs, (float) Math.sqrt(square));
    }

    private static WeightedTerms weighted(TermBag bag, float[] idfs) {
        float[] weights = new float[idfs.length];
        double square = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = damped(bag.counts()[i]) * idfs[i];
            square += weights[i] * weights[i];
        }
        return new WeightedTerms(bag.ids(), weights, idfs, (float) Math.sqrt(square));
    }

    private static float damped(int count) {
        return count < DAMPED.length ? DAMPED[count] : (float) (1 + Math.log(count));
    }

    private static float[] damped() {
        float[] damped = new float[64];
        for (int count = 1; count < damped.length; count++) {
            damped[count] = (float) (1 + Math.log(count));
        }
        return damped;
    }

    private static float[] focused() {
        float[] focused = new float[128];
        for (int halves = 0; halves < focused.length; halves++) {
            focused[halves] = (float) Math.log1p(halves / 2.0);
        }
        return focused;
    }

    /** The cosine of the angle between the two: 0 when they share nothing or one is empty, 1 when they are alike. */
    float cosine(WeightedTerms other) {
        float dot = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < other.ids.length) {
            if (ids[i] == other.ids[j]) {
                dot += weights[i++] * other.weights[j++];
            } else if (ids[i] < other.ids[j]) {
                i++;
            } else {
                j++;
            }
        }
        return dot == 0 ? 0 : dot / (length * other.length);
    }

    /**
     * The terms that say most about an article: saturated tf × idf, more for those of its headline and its lead, those of
     * one article only left out.
     */
    static List<WeightedTerm> weightiest(Profile article, TermStatistics statistics, int most) {
        TermBag bag = article.text();
        List<WeightedTerm> terms = new ArrayList<>(bag.size());
        for (int i = 0; i < bag.size(); i++) {
            int id = bag.ids()[i];
            int count = bag.counts()[i];
            if (statistics.articlesWith(id) > 1) {
                terms.add(new WeightedTerm(id,
                        prominence(article, id) * count / (count + SATURATION) * statistics.idf(id)));
            }
        }
        terms.sort(Comparator.comparingDouble((WeightedTerm term) -> -term.weight()).thenComparing(WeightedTerm::id));
        return terms.subList(0, Math.min(most, terms.size()));
    }

    private static float prominence(Profile article, int term) {
        float prominence = Arrays.binarySearch(article.headlineTerms().ids(), term) < 0 ? 1 : PROMINENT;
        return Arrays.binarySearch(article.leadTerms().ids(), term) < 0 ? prominence : prominence * PROMINENT;
    }
}
