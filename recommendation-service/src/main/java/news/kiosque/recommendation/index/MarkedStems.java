package news.kiosque.recommendation.index;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Keeps words and stems apart: of a word and its stem, the stem stays only where it differs, and is marked. */
final class MarkedStems extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute asSpelt = addAttribute(KeywordAttribute.class);
    private String word = "";

    MarkedStems(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (asSpelt.isKeyword()) {
                word = term.toString();
                return true;
            }
            if (!word.contentEquals(term)) {
                String stem = term.toString();
                term.setEmpty().append(Analysis.STEM).append(stem);
                return true;
            }
        }
        return false;
    }
}
