package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * From text to terms, for one language: apostrophes of every shape made one, words cut, elision undone, lower case,
 * accents folded, words without a meaning of their own left out, light stemming.
 */
public final class Analysis {
    /** Raised by hand when anything here gives other terms than before: the index is then built anew beside the old. */
    public static final String VERSION = "3";

    /** Stands before a stem among words as they are spelt. */
    public static final char STEM = '\u0001';

    private final Analyzer words;
    private final Analyzer sought;
    private final WordForms forms;

    private Analysis(Language language) {
        this.words = new Chain(language, Chain.Use.CUTTING);
        this.sought = new Chain(language, Chain.Use.SEEKING);
        this.forms = new WordForms(language);
    }

    private static final Analysis[] CHAINS = {new Analysis(Language.FRENCH), new Analysis(Language.ENGLISH),
            new Analysis(Language.OTHER)};

    /** @param language BCP 47 tag */
    public static Analysis of(String language) {
        return CHAINS[Language.of(language).ordinal()];
    }

    /** The chains there are, by the name of the language that each is for; {@code und} for all others. */
    public static List<String> languages() {
        return List.of("fr", "en", "und");
    }

    /** A language tag without script and region: {@code fr} of {@code fr-CA}. */
    public static String primary(String tag) {
        return Language.primary(tag);
    }

    /** The chain for a language, by its name in {@link #languages()}. */
    public static String chainOf(String language) {
        return languages().get(Language.of(language).ordinal());
    }

    /**
     * For texts that people look for words in: each word as it is spelt, without accents and in lower case, and its stem
     * at the same place where that is another word, marked by {@link #STEM}.
     */
    public Analyzer forSearch() {
        return sought;
    }

    /** The words of a text in lower case without accents, the silent ones too. */
    public List<String> spelt(String text) {
        return words(text).stream().map(word -> folded(word.text())).toList();
    }

    /** The words of a text that can be looked for, as {@link #forSearch()} has them. */
    public List<Sought> sought(String text) {
        List<Sought> found = new ArrayList<>();
        try (TokenStream stream = sought.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int place = -1;
            while (stream.incrementToken()) {
                place += step.getPositionIncrement();
                if (term.charAt(0) == STEM) {
                    found.set(found.size() - 1, found.getLast().stemmed(term.toString().substring(1)));
                } else {
                    found.add(new Sought(term.toString(), term.toString(), place));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /**
     * A word to look for.
     *
     * @param stem the word itself where it is its own
     * @param place among all words of its text, from 0
     */
    public record Sought(String word, String stem, int place) {

        private Sought stemmed(String other) {
            return new Sought(word, other, place);
        }
    }

    /** The stemmed terms of a text, in its order. */
    public List<String> terms(String text) {
        return terms(words(text));
    }

    /** The stemmed terms among words of a text, in its order. */
    List<String> terms(List<Word> words) {
        List<String> terms = new ArrayList<>(words.size());
        for (Word word : words) {
            WordForms.Forms one = forms.of(word.text());
            if (one.tells()) {
                terms.add(one.stem());
            }
        }
        return terms;
    }

    /** What an index of words takes of words of a text: the same as {@link #forSearch()} makes of that text. */
    TokenStream forIndex(List<Word> words) {
        return new SpeltWords(words, forms);
    }

    /** The words of a text as they are written, without what was elided before them. */
    public List<Word> words(String text) {
        List<Word> found = new ArrayList<>();
        try (TokenStream stream = words.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A word and where it stands. */
    public record Word(String text, int start, int end) {}

    /** Lower case without accents. */
    public static String folded(String word) {
        char[] out = new char[word.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, out, 0, word.length());
        return new String(out, 0, length).toLowerCase(java.util.Locale.ROOT);
    }
}
