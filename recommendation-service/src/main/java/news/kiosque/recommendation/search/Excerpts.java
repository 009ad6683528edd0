package news.kiosque.recommendation.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.Supplier;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jsoup.nodes.Entities;

/** Shows where words stand in a text, as HTML without any tag but {@code <mark>}. */
final class Excerpts {
    private static final int LENGTH = 160;
    private static final int PLACES = 2;
    private static final float MIDDLE = 0.5f;
    private static final int LOOKED_THROUGH = 30_000;

    private final Query query;

    Excerpts(Query query) {
        this.query = query;
    }

    /** What says most of what was looked for; how the text begins where nothing does. */
    String of(String text, String chain) throws IOException {
        return marked(SearchableText.Part.BODY, chain, text, PLACES,
                () -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.forLanguageTag(chain)), LENGTH, MIDDLE));
    }

    /** A headline, whole. */
    String whole(String headline, String chain) throws IOException {
        return marked(SearchableText.Part.HEADLINE, chain, headline, 1, WholeBreakIterator::new);
    }

    private String marked(SearchableText.Part part, String chain, String text, int places,
            Supplier<BreakIterator> cut) throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(Analysis.of(chain).forSearch())
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "… ", true)).withBreakIterator(cut)
                .withMaxLength(LOOKED_THROUGH).withMaxNoHighlightPassages(1).build();
        Object marked = highlighter.highlightWithoutSearcher(part.field(chain), query, text, places);
        return marked == null ? Entities.escape(text) : marked.toString().strip();
    }
}
