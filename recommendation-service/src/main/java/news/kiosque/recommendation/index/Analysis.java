package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
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

    private static final NormalizeCharMap SHAPES = shapes();

    private final Analyzer words;
    private final Analyzer terms;
    private final Analyzer sought;

    private Analysis(Language language) {
        this.words = new Chain(language, Use.NAMING);
        this.terms = new Chain(language, Use.COMPARING);
        this.sought = new Chain(language, Use.SEEKING);
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
        List<String> found = new ArrayList<>();
        read(terms, text, (term, start, end) -> found.add(term));
        return found;
    }

    /** The words of a text as they are written, without what was elided before them. */
    public List<Word> words(String text) {
        List<Word> found = new ArrayList<>();
        read(words, text, (word, start, end) -> found.add(new Word(word, start, end)));
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

    private interface Sink {
        void take(String term, int start, int end);
    }

    private static void read(Analyzer chain, String text, Sink sink) {
        try (TokenStream stream = chain.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                sink.take(term.toString(), offset.startOffset(), offset.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One shape for every apostrophe, and nothing for what is not seen or only sits on a letter. */
    private static NormalizeCharMap shapes() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String apostrophe : List.of("\u2019", "\u02BC", "\u2018", "\uFF07", "\u02B9", "\u00B4")) {
            map.add(apostrophe, "'");
        }
        map.add("\u202F", " ");
        // Raised letters of ordinals: XXIᵉ, 1ᵉʳ, 2ⁿᵈ.
        Map.of("\u1D49", "e", "\u02B3", "r", "\u02E2", "s", "\u207F", "n", "\u1D48", "d").forEach(map::add);
        for (String unseen : List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF")) {
            map.add(unseen, "");
        }
        // Accents that follow their letter, as some keyboards and systems write them.
        for (char accent = '\u0300'; accent <= '\u036F'; accent++) {
            map.add(String.valueOf(accent), "");
        }
        return map.build();
    }

    private enum Use {
        /** Words as they stand. */
        NAMING,
        /** Stemmed terms that say something. */
        COMPARING,
        /** Words and stems that somebody may look for. */
        SEEKING
    }

    private static final class Chain extends Analyzer {
        private final Language language;
        private final Use use;

        Chain(Language language, Use use) {
            this.language = language;
            this.use = use;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(SHAPES, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream cut = new Joined(language.cut(tokenizer));
            return new TokenStreamComponents(tokenizer, switch (use) {
                case NAMING -> cut;
                case COMPARING -> language.stem(new Telling(folded(cut), language));
                case SEEKING -> new MarkedStems(
                        language.stem(new KeywordRepeatFilter(folded(new Telling(cut, language)))));
            });
        }

        private static TokenStream folded(TokenStream words) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(words));
        }
    }
}
