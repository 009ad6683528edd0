package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What becomes of the words of one language. It is remembered, for most words of a text were in those before it. */
final class WordForms {
    private static final int REMEMBERED = 1 << 15;

    private final Language language;
    private final Map<String, Forms> known = new ConcurrentHashMap<>();

    WordForms(Language language) {
        this.language = language;
    }

    /**
     * What becomes of a word.
     *
     * @param spelt lower case without accents
     * @param stem of it; it itself where it is its own
     * @param tells whether articles are compared by it
     * @param sought whether it can be looked for: acronyms can, even if their letters make a word that every text has
     */
    record Forms(String spelt, String stem, boolean tells, boolean sought) {}

    Forms of(String word) {
        Forms forms = known.get(word);
        if (forms == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            forms = made(word);
            known.put(word, forms);
        }
        return forms;
    }

    private Forms made(String word) {
        String spelt = only(Chain.folded(new OneWord(word)));
        String stem = only(language.stem(Chain.folded(new OneWord(word))));
        return new Forms(spelt, stem, Telling.tells(spelt, language), Telling.tells(word, language));
    }

    private static String only(TokenStream stream) {
        try (stream) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.incrementToken();
            return term.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final String word;

        OneWord(String word) {
            this.word = word;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(word);
            return true;
        }
    }
}
