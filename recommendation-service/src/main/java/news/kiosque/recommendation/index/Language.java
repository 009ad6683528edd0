package news.kiosque.recommendation.index;

import java.util.Locale;
import java.util.Set;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.util.ElisionFilter;

/** How the words of a language are cut, and which of them say nothing. */
enum Language {
    FRENCH(FrenchAnalyzer.getDefaultStopSet()) {
        @Override
        TokenStream cut(TokenStream words) {
            return new ElisionFilter(words, ELIDED);
        }

        @Override
        TokenStream stem(TokenStream folded) {
            return new FrenchLightStemFilter(folded);
        }
    },
    ENGLISH(EnglishAnalyzer.getDefaultStopSet()) {
        @Override
        TokenStream cut(TokenStream words) {
            return new EnglishPossessiveFilter(words);
        }

        @Override
        TokenStream stem(TokenStream folded) {
            return new EnglishMinimalStemFilter(folded);
        }
    },
    OTHER(CharArraySet.EMPTY_SET) {
        @Override
        TokenStream cut(TokenStream words) {
            return words;
        }

        @Override
        TokenStream stem(TokenStream folded) {
            return folded;
        }
    };

    /** What loses its last letter before a vowel, in any case; {@code presqu'île} and {@code aujourd'hui} stay whole. */
    private static final CharArraySet ELIDED = new CharArraySet(Set.of("l", "m", "t", "qu", "n", "s", "j", "d", "c",
            "jusqu", "quoiqu", "lorsqu", "puisqu", "quelqu"), true);

    private final CharArraySet silent;

    Language(CharArraySet silent) {
        this.silent = withoutAccentsToo(silent);
    }

    /** @param tag BCP 47 tag of the article's language */
    static Language of(String tag) {
        return switch (primary(tag)) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            default -> OTHER;
        };
    }

    /** The tag without script and region: {@code fr} of {@code fr-CA}. */
    static String primary(String tag) {
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return language.isEmpty() ? "und" : language;
    }

    abstract TokenStream cut(TokenStream words);

    /** Takes folded words: {@code identite} and {@code identité} end as one term, whichever rule an accent would wake. */
    abstract TokenStream stem(TokenStream folded);

    /** Whether a word, with or without its accents, is one of those that every text has. */
    boolean isSilent(CharSequence word) {
        return silent.contains(word);
    }

    private static CharArraySet withoutAccentsToo(CharArraySet words) {
        CharArraySet folded = new CharArraySet(words, true);
        for (Object word : words) {
            char[] in = (char[]) word;
            char[] out = new char[in.length * 4];
            int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
            folded.add(new String(out, 0, length));
        }
        return folded;
    }
}
