package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * From text to terms, for one language: apostrophes of every shape made one, words cut, elision undone, lower case,
 * accents folded, words without a meaning of their own left out, light stemming.
 */
public final class Analysis {
    /** Raised by hand when anything here gives other terms than before: the index is then built anew beside the old. */
    public static final String VERSION = "2";

    private static final NormalizeCharMap APOSTROPHES = apostrophes();

    private final Analyzer words;
    private final Analyzer terms;

    private Analysis(Language language) {
        this.words = new Chain(language, false);
        this.terms = new Chain(language, true);
    }

    private static final Analysis[] CHAINS = {new Analysis(Language.FRENCH), new Analysis(Language.ENGLISH),
            new Analysis(Language.OTHER)};

    /** @param language BCP 47 tag */
    public static Analysis of(String language) {
        return CHAINS[Language.of(language).ordinal()];
    }

    /** The stemmed terms of a text, in its order. */
    public List<String> terms(String text) {
        List<String> found = new ArrayList<>();
        read(terms, text, (term, start, end) -> found.add(term));
        return found;
    }

    /** The words of a text as they are written, without what was elided before them. */
    List<Word> words(String text) {
        List<Word> found = new ArrayList<>();
        read(words, text, (word, start, end) -> found.add(new Word(word, start, end)));
        return found;
    }

    /** A word and where it stands. */
    record Word(String text, int start, int end) {}

    /** Lower case without accents. */
    static String folded(String word) {
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

    private static NormalizeCharMap apostrophes() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String shape : List.of("\u2019", "\u02BC", "\u2018", "\uFF07", "\u02B9", "\u00B4")) {
            map.add(shape, "'");
        }
        return map.build();
    }

    private static final class Chain extends Analyzer {
        private final Language language;
        private final boolean stemmed;

        Chain(Language language, boolean stemmed) {
            this.language = language;
            this.stemmed = stemmed;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(APOSTROPHES, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream cut = language.cut(tokenizer);
            if (!stemmed) {
                return new TokenStreamComponents(tokenizer, cut);
            }
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(cut));
            return new TokenStreamComponents(tokenizer, language.stem(new Telling(folded, language)));
        }
    }

    /** Lets pass what says something: two letters at least, and no word that every text has. */
    private static final class Telling extends FilteringTokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Language language;

        Telling(TokenStream in, Language language) {
            super(in);
            this.language = language;
        }

        @Override
        protected boolean accept() {
            return (term.length() > 1 || Character.isIdeographic(term.charAt(0))) && !language.isSilent(term);
        }
    }
}
