package news.kiosque.recommendation.index;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Words that were cut already as searches find them: each as it is spelt, and its stem at the same place. */
final class SpeltWords extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Analysis.Word> words;
    private final WordForms forms;
    private int next;
    private @Nullable String stem;

    SpeltWords(List<Analysis.Word> words, WordForms forms) {
        this.words = words;
        this.forms = forms;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (stem != null) {
            step.setPositionIncrement(0);
            term.append(Analysis.STEM).append(stem);
            stem = null;
            return true;
        }
        for (int places = 1; next < words.size(); places++) {
            WordForms.Forms word = forms.of(words.get(next++).text());
            if (word.sought()) {
                step.setPositionIncrement(places);
                term.append(word.spelt());
                stem = word.stem().equals(word.spelt()) ? null : word.stem();
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() {
        next = 0;
        stem = null;
    }
}
