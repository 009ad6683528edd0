package news.kiosque.recommendation.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Gives a bag to Lucene's postings, each term once with its count. */
final class CountedTerms extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final TermBag bag;
    private int next;

    CountedTerms(TermBag bag) {
        this.bag = bag;
    }

    static BytesRef bytes(int id) {
        byte[] bytes = new byte[Integer.BYTES];
        NumericUtils.intToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }

    @Override
    public boolean incrementToken() {
        if (next == bag.size()) {
            return false;
        }
        clearAttributes();
        term.setBytesRef(bytes(bag.ids()[next]));
        frequency.setTermFrequency(bag.counts()[next]);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
