package news.kiosque.recommendation.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Finds what a reader may have meant: words like those that were typed, which articles have much more often. */
final class Spelling {
    /** A word that is in as many articles was hardly mistyped. */
    private static final int SURE = 3;
    private static final int MORE_COMMON = 5;
    private static final int SHORTEST = 4;

    private final IndexSearcher searcher;
    private final List<String> chains;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexSearcher searcher, List<String> chains) {
        this.searcher = searcher;
        this.chains = chains;
        checker.setMinQueryLength(SHORTEST);
        checker.setThresholdFrequency(0);
    }

    /** What was typed with the doubtful words replaced, if there is anything to replace. */
    Optional<String> instead(Typed typed) throws IOException {
        StringBuilder instead = new StringBuilder();
        boolean other = false;
        for (Typed.Part part : typed.parts()) {
            Optional<String> word = part.kind() == Typed.Kind.WORD && !part.unwanted()
                    ? likelier(part.text())
                    : Optional.empty();
            other |= word.isPresent();
            instead.append(instead.isEmpty() ? "" : " ").append(word.orElseGet(part::typed));
        }
        return other ? Optional.of(instead.toString()) : Optional.empty();
    }

    private Optional<String> likelier(String typed) throws IOException {
        SuggestWord best = null;
        String where = "";
        for (String chain : chains) {
            List<Analysis.Sought> words = Analysis.of(chain).sought(typed);
            if (words.size() != 1) {
                continue;
            }
            String field = SearchableText.Part.BODY.field(chain);
            Term term = new Term(field, words.getFirst().word());
            int known = searcher.getIndexReader().docFreq(term);
            if (known >= SURE) {
                return Optional.empty();
            }
            for (SuggestWord word : suggested(term)) {
                if (word.freq > known * MORE_COMMON && !isOtherForm(word.string, words.getFirst(), chain)
                        && (best == null || isBetter(word, best))) {
                    best = word;
                    where = chain;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(asWritten(best.string, where));
    }

    private List<SuggestWord> suggested(Term term) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        return Arrays.stream(checker.suggestSimilar(term, SURE, reader, SuggestMode.SUGGEST_ALWAYS))
                .filter(word -> word.string.charAt(0) != Analysis.STEM).toList();
    }

    /** What has the same stem is found already. */
    private static boolean isOtherForm(String word, Analysis.Sought typed, String chain) {
        return Analysis.of(chain).sought(word).stream().anyMatch(one -> one.stem().equals(typed.stem()));
    }

    private static boolean isBetter(SuggestWord one, SuggestWord other) {
        return Comparator.<SuggestWord>comparingDouble(word -> word.score).thenComparingInt(word -> word.freq)
                .compare(one, other) > 0;
    }

    /** With the accents and capitals that an article writes it with. */
    private String asWritten(String word, String chain) throws IOException {
        Map<String, Long> forms = new HashMap<>();
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(SearchableText.Part.BODY.field(chain), word)),
                1).scoreDocs) {
            String text = searcher.storedFields().document(hit.doc).get(SearchableText.TEXT);
            forms = Analysis.of(chain).words(text).stream().map(Analysis.Word::text)
                    .filter(form -> Analysis.folded(form).equals(word))
                    .collect(Collectors.groupingBy(form -> form, Collectors.counting()));
        }
        return forms.entrySet().stream().max(Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(word);
    }
}
