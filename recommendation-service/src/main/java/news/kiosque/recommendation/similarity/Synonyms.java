package news.kiosque.recommendation.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import news.kiosque.recommendation.index.CandidateIndex.WeightedTerm;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermBag;

/**
 * Terms that are one name to readers. Articles are looked for by all of them, and compared as if each were written in the
 * first way; nothing in the index changes for it.
 */
public final class Synonyms {
    public static final Synonyms NONE = new Synonyms(List.of());

    private final Map<Integer, List<Integer>> groups = new HashMap<>();

    /** @param groups of ids of terms, as {@link TermBag#id} makes them */
    public Synonyms(List<List<Integer>> groups) {
        groups.forEach(group -> group.forEach(id -> this.groups.put(id, List.copyOf(group))));
    }

    Profile unified(Profile article) {
        return groups.isEmpty()
                ? article
                : new Profile(article.id(), article.edition(), article.language(), article.headline(),
                        article.section(), article.publishedAt(), unified(article.text()),
                        unified(article.headlineTerms()), unified(article.leadTerms()), unified(article.names()),
                        article.tags(), article.byline(), article.picks());
    }

    /** The terms in all their spellings. */
    List<WeightedTerm> spread(List<WeightedTerm> terms) {
        if (groups.isEmpty()) {
            return terms;
        }
        Set<Integer> wanted = new HashSet<>();
        terms.forEach(term -> wanted.add(term.id()));
        List<WeightedTerm> spread = new ArrayList<>(terms);
        for (WeightedTerm term : terms) {
            groups.getOrDefault(term.id(), List.of()).stream().filter(wanted::add)
                    .forEach(other -> spread.add(new WeightedTerm(other, term.weight())));
        }
        return spread;
    }

    private TermBag unified(TermBag bag) {
        boolean touched = groups.size() < bag.ids().length
                ? groups.keySet().stream().anyMatch(id -> Arrays.binarySearch(bag.ids(), id) >= 0)
                : Arrays.stream(bag.ids()).anyMatch(groups::containsKey);
        return touched ? bag.with(id -> groups.containsKey(id) ? groups.get(id).getFirst() : id) : bag;
    }
}
