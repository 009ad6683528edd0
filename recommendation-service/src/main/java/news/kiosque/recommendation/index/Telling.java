package news.kiosque.recommendation.index;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lets pass what says something: two letters at least, and no word that every text has unless it is an acronym. */
final class Telling extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Language language;

    Telling(TokenStream in, Language language) {
        super(in);
        this.language = language;
    }

    @Override
    protected boolean accept() {
        return tells(term, language);
    }

    static boolean tells(CharSequence word, Language language) {
        if (word.length() == 1) {
            return Character.isIdeographic(word.charAt(0));
        }
        return isInCapitals(word, word.length()) || !language.isSilent(word);
    }

    /** Whether it is written as acronyms are: two letters or more, all capitals. */
    static boolean isInCapitals(CharSequence word, int length) {
        for (int i = 0; i < length; i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return length > 1;
    }
}
