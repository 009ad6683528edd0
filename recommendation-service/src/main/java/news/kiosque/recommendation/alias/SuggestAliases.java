package news.kiosque.recommendation.alias;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.OpenReader;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.index.SearchableText;
import news.kiosque.recommendation.index.TermStatistics;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.Aliases;
import news.kiosque.recommendation.setting.InService;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;

/**
 * Looks through the articles for names that may be one: spelt nearly alike, heard alike, and mentioned beside the same
 * other names. It suggests; an editor decides.
 */
@Component
final class SuggestAliases {
    private static final int SHORTEST = 4;
    private static final int LEAST_ARTICLES = 2;
    /** Which part of the articles with the word write it as a name. */
    private static final double NAME = 0.8;
    private static final double NEAR = 0.6;
    private static final double CONTEXT = 0.1;
    /** Articles of each that are looked into. */
    private static final int SAMPLE = 30;

    private final Replica replica;
    private final InService inService;

    SuggestAliases(Replica replica, InService inService) {
        this.replica = replica;
        this.inService = inService;
    }

    /**
     * @param articles how many mention each
     * @param likeness of the spellings, 0 to 1
     * @param context which part of the names beside the one are beside the other too, 0 to 1
     */
    record Pair(List<String> names, List<Integer> articles, double likeness, double context) {}

    List<Pair> pairs(String language, int most) {
        try (OpenReader open = replica.index().reader(); CandidateIndex.View view = replica.index().open()) {
            return pairs(open, view.statistics(Analysis.primary(language)), language, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Pair> pairs(OpenReader open, TermStatistics statistics, String language, int most)
            throws IOException {
        String field = SearchableText.Part.BODY.field(Analysis.chainOf(language));
        Aliases agreed = inService.aliases();
        List<Pair> pairs = new ArrayList<>();
        for (List<String> alike : heardAlike(open, statistics, field).values()) {
            for (int i = 0; i < alike.size(); i++) {
                for (int j = i + 1; j < alike.size(); j++) {
                    String one = alike.get(i);
                    String other = alike.get(j);
                    double likeness = new LuceneLevenshteinDistance().getDistance(one, other);
                    if (likeness >= NEAR && !isInflected(one, other) && !agreed.others(one).contains(other)) {
                        consider(open, field, one, other, likeness, pairs);
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness() * pair.context())
                .thenComparing(pair -> pair.names().getFirst()));
        return pairs.subList(0, Math.min(most, pairs.size()));
    }

    private static Map<String, List<String>> heardAlike(OpenReader open, TermStatistics statistics, String field)
            throws IOException {
        Map<String, List<String>> alike = new HashMap<>();
        Terms terms = MultiTerms.getTerms(open.reader(), field);
        if (terms == null) {
            return alike;
        }
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
            int articles = each.docFreq();
            if (articles < LEAST_ARTICLES) {
                continue;
            }
            String word = each.term().utf8ToString();
            if (word.length() >= SHORTEST && Character.isLetter(word.charAt(0))
                    && statistics.articlesWith(Profiler.nameId(word)) >= NAME * articles) {
                alike.computeIfAbsent(Skeleton.of(word), any -> new ArrayList<>()).add(word);
            }
        }
        return alike;
    }

    private static void consider(OpenReader open, String field, String one, String other, double likeness,
            List<Pair> pairs) throws IOException {
        double context = shared(beside(open, field, one), beside(open, field, other), one, other);
        if (context >= CONTEXT) {
            pairs.add(new Pair(List.of(one, other),
                    List.of(open.reader().docFreq(new Term(field, one)), open.reader().docFreq(new Term(field, other))),
                    likeness, context));
        }
    }

    /** A plural or a feminine is another form of the word, which stemming knows of. */
    private static boolean isInflected(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return longer.startsWith(shorter) && longer.substring(shorter.length()).matches("e?s?");
    }

    /** The names in articles that mention this one. */
    private static Set<Integer> beside(OpenReader open, String field, String word) throws IOException {
        Set<Integer> names = new HashSet<>();
        PostingsEnum found = MultiTerms.getTermPostingsEnum(open.reader(), field,
                new BytesRef(word), PostingsEnum.NONE);
        Bits live = MultiBits.getLiveDocs(open.reader());
        for (int seen = 0; seen < SAMPLE && found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS;) {
            if (live == null || live.get(found.docID())) {
                for (int id : open.profile(found.docID()).names().ids()) {
                    names.add(id);
                }
                seen++;
            }
        }
        return names;
    }

    private static double shared(Set<Integer> one, Set<Integer> other, String name, String otherName) {
        one.remove(Profiler.nameId(name));
        other.remove(Profiler.nameId(otherName));
        int most = Math.min(one.size(), other.size());
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        return most == 0 ? 0 : (double) both.size() / most;
    }
}
