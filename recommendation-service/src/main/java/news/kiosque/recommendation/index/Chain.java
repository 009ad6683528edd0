package news.kiosque.recommendation.index;

import java.io.Reader;
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

/** The filters that a text in one language goes through, for one use. */
final class Chain extends Analyzer {
    private static final NormalizeCharMap SHAPES = shapes();

    private final Language language;
    private final Use use;

    enum Use {
        /** Words as they stand. */
        CUTTING,
        /** Words and stems that somebody may look for. */
        SEEKING
    }

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
            case CUTTING -> cut;
            case SEEKING -> new MarkedStems(
                    language.stem(new KeywordRepeatFilter(folded(new Telling(cut, language)))));
        });
    }

    static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
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
}
