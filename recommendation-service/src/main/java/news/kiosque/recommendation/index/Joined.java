package news.kiosque.recommendation.index;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one spelling of what some write with and some without: {@code S.N.C.F.} and {@code SNCF}, {@code entr'ouvert}
 * and {@code entrouvert}.
 */
final class Joined extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Joined(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] word = term.buffer();
        int length = term.length();
        boolean acronym = isAcronym(word, length);
        int kept = 0;
        for (int i = 0; i < length; i++) {
            boolean joint = word[i] == '.' ? acronym : word[i] == '\'' && i > 0 && i < length - 1;
            if (!joint) {
                word[kept++] = word[i];
            }
        }
        term.setLength(kept);
        return true;
    }

    /** Whether it is single letters with points between them. */
    private static boolean isAcronym(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            if (i % 2 == 0 ? !Character.isLetter(word[i]) : word[i] != '.') {
                return false;
            }
        }
        return length > 2;
    }
}
