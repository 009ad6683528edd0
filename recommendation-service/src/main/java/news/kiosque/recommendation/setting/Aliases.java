package news.kiosque.recommendation.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.index.TermBag;
import news.kiosque.recommendation.similarity.Synonyms;
import org.jspecify.annotations.Nullable;

/** Names that are spelt in several ways, as queries need them. */
public final class Aliases {
    public static final Aliases NONE = new Aliases(List.of());

    private final List<List<String>> groups;
    private final Map<String, List<String>> bySpelling = new HashMap<>();

    private Aliases(List<List<String>> groups) {
        this.groups = groups;
        groups.forEach(names -> names.forEach(name -> bySpelling.put(spelt(name), names)));
    }

    /** @param agreed null while there are none */
    public static Aliases of(@Nullable AliasesAgreed agreed) {
        return agreed == null
                ? NONE
                : new Aliases(agreed.groups().stream().map(AliasesAgreed.Spellings::names).toList());
    }

    /** A name as it is compared: lower case, without accents and apostrophes. */
    public static String spelt(String name) {
        return String.join(" ", Analysis.of("und").spelt(name));
    }

    /** How else a name may be spelt; itself is not among them. */
    public List<String> others(String name) {
        String spelt = spelt(name);
        return bySpelling.getOrDefault(spelt, List.of()).stream().filter(other -> !spelt(other).equals(spelt)).toList();
    }

    /** The same as terms that articles are compared by. A name of several words counts as a name alone. */
    public Synonyms synonyms() {
        return new Synonyms(groups.stream().flatMap(Aliases::terms).filter(ids -> ids.size() > 1).toList());
    }

    private static Stream<List<Integer>> terms(List<String> names) {
        Stream<List<Integer>> words = Analysis.languages().stream().map(Analysis::of)
                .map(analysis -> names.stream().map(analysis::terms).filter(terms -> terms.size() == 1)
                        .map(List::getFirst).distinct().map(TermBag::id).toList())
                .distinct();
        return Stream.concat(words,
                Stream.of(names.stream().map(Aliases::spelt).distinct().map(Profiler::nameId).toList()));
    }
}
