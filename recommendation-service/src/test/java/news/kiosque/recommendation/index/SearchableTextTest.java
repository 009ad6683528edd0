package news.kiosque.recommendation.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.events.Block;
import news.kiosque.events.PublicArticle;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchableTextTest {
    private static final String STANDFIRST = "L’<b>S.N.C.F.</b> et l'IT ";

    /** Excerpts and phrases are cut by the chain, the index by what was cut once: they have to agree on every place. */
    @ParameterizedTest
    @CsvFileSource(resources = "/french-words.csv", numLinesToSkip = 1)
    void givesTheIndexTheSameWordsAtTheSamePlacesAsTheChain(String written) throws IOException {
        String headline = "À l’Élysée, " + written;
        List<IndexableField> fields = SearchableText.of(ArticleWords.of(article(headline, written)));
        assertThat(words(fields, SearchableText.Part.HEADLINE)).isEqualTo(chain(headline)).isNotEmpty();
        assertThat(words(fields, SearchableText.Part.LEAD))
                .isEqualTo(chain("L’S.N.C.F. et l'IT " + written + "\nle monde\nAda Œuvrard"));
        assertThat(words(fields, SearchableText.Part.BODY))
                .isEqualTo(chain("L’S.N.C.F. et l'IT " + written + "\nDans " + written + " où rien n’a changé.\n"));
    }

    private static List<String> words(List<IndexableField> fields, SearchableText.Part part) throws IOException {
        IndexableField field = fields.stream().filter(one -> one.name().equals(part.field("fr"))).findFirst()
                .orElseThrow();
        return read(field.tokenStream(Analysis.of("fr").forSearch(), null));
    }

    private static List<String> chain(String text) throws IOException {
        return read(Analysis.of("fr").forSearch().tokenStream("text", text));
    }

    private static List<String> read(TokenStream stream) throws IOException {
        List<String> words = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(step.getPositionIncrement() + term.toString());
            }
            stream.end();
        }
        return words;
    }

    private static PublicArticle article(String headline, String written) {
        Block block = new Block("paragraph", "Dans " + written + " où rien n’a changé.", null, null, null, null, null,
                null, null, null, null, null);
        return new PublicArticle("id", "fr", "fr", "/id", headline, STANDFIRST + written, List.of(),
                List.of(new PublicArticle.Author("ada", "Ada Œuvrard")),
                List.of(new PublicArticle.Tag("monde", "le monde")), List.of(block), List.of(), List.of(), null,
                Instant.EPOCH, Instant.EPOCH);
    }
}
