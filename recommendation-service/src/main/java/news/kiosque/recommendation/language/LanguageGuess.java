package news.kiosque.recommendation.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/**
 * Which language a text is in, by the little words that every text of it is full of; those that others have
 * too count less. It says nothing
 * rather than something doubtful: of short texts, of lists of names, of languages that it does not know.
 */
public final class LanguageGuess {
    private static final int LOOKED_AT = 400;
    private static final int LEAST_WORDS = 25;
    /** Which part of the words has to speak for it. */
    private static final double OWN = 0.12;
    /** How much more than for any other language. */
    private static final double CLEARLY = 2;
    private static final Set<String> ENGLISH = Set.of("the", "of", "and", "to", "in", "is", "that", "it", "was", "for",
            "on", "are", "with", "as", "his", "they", "be", "at", "this", "have", "from", "had", "by", "but", "not",
            "what", "were", "we", "when", "there", "which", "their", "said", "will", "would", "she", "he", "has",
            "been", "who", "more", "after", "its", "about", "into", "than", "could", "other");
    private static final Map<String, List<String>> LANGUAGES_OF = littleWords();

    private LanguageGuess() {}

    /** @return primary tag; empty where nothing is sure */
    public static Optional<String> of(String text) {
        String[] words = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+", LOOKED_AT + 1);
        int all = Math.min(words.length, LOOKED_AT);
        Map<String, Double> own = new LinkedHashMap<>();
        for (int i = 0; i < all; i++) {
            List<String> having = LANGUAGES_OF.getOrDefault(words[i], List.of());
            having.forEach(language -> own.merge(language, 1.0 / having.size(), Double::sum));
        }
        String best = own.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        double most = own.getOrDefault(best, 0.0);
        double next = own.entrySet().stream().filter(other -> !other.getKey().equals(best))
                .mapToDouble(Map.Entry::getValue).max().orElse(0);
        return all >= LEAST_WORDS && most >= OWN * all && most >= CLEARLY * next ? Optional.of(best) : Optional.empty();
    }

    /**
     * The language that a text seems to be in instead of the one that its article says.
     *
     * @param declared BCP 47 tag
     */
    public static Optional<String> insteadOf(String declared, String text) {
        String said = Locale.forLanguageTag(declared.replace('_', '-')).getLanguage();
        return of(text).filter(guessed -> !guessed.equals(said));
    }

    /** By word, the languages that have it. */
    private static Map<String, List<String>> littleWords() {
        Map<String, List<String>> languages = new HashMap<>();
        ENGLISH.forEach(word -> add(languages, word, "en"));
        add(languages, FrenchAnalyzer.getDefaultStopSet(), "fr");
        add(languages, GermanAnalyzer.getDefaultStopSet(), "de");
        add(languages, SpanishAnalyzer.getDefaultStopSet(), "es");
        add(languages, ItalianAnalyzer.getDefaultStopSet(), "it");
        add(languages, DutchAnalyzer.getDefaultStopSet(), "nl");
        add(languages, PortugueseAnalyzer.getDefaultStopSet(), "pt");
        return languages;
    }

    private static void add(Map<String, List<String>> languages, CharArraySet words, String language) {
        for (Object word : words) {
            add(languages, new String((char[]) word), language);
        }
    }

    private static void add(Map<String, List<String>> languages, String word, String language) {
        languages.computeIfAbsent(word, any -> new ArrayList<>(2)).add(language);
    }
}
