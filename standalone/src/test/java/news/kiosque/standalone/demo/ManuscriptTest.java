package news.kiosque.standalone.demo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ManuscriptTest {

    private static final String HEAD = """
            section: monde/europe
            headline: Un titre : deux points
            standfirst: Un chapeau.
            authors: Anne A, Bruno B
            tags: un, deux
            """;

    @Test
    void readsTheHead() {
        var article = Manuscript.read("clef", HEAD);

        assertThat(article).isEqualTo(new DemoArticle("clef", "monde/europe", "Un titre : deux points", "Un chapeau.",
                List.of("Anne A", "Bruno B"), List.of("un", "deux"), List.of()));
    }

    @Test
    void readsEveryTypeOfBlockInTheShapeOfTheApi() {
        var article = Manuscript.read("clef", HEAD + """

                Un paragraphe *sur
                deux* lignes.

                ## Un intertitre

                > Une citation.
                — Quelqu’un

                - premier
                - second

                1. un
                2. deux

                ![Ce que l’on voit](comet)
                La légende
                Le crédit

                [video: Un film](https://example.org/film)

                => autre, encore
                """);

        assertThat(article.body()).containsExactly(
                Map.of("type", "paragraph", "text", "Un paragraphe <em>sur deux</em> lignes."),
                Map.of("type", "heading", "text", "Un intertitre"),
                Map.of("type", "quote", "text", "Une citation.", "cite", "Quelqu’un"),
                Map.of("type", "list", "items", List.of("premier", "second"), "ordered", false),
                Map.of("type", "list", "items", List.of("un", "deux"), "ordered", true),
                Map.of("type", "image", "media", "comet", "alt", "Ce que l’on voit", "caption", "La légende", "credit",
                        "Le crédit"),
                Map.of("type", "video", "url", "https://example.org/film", "title", "Un film"),
                Map.of("type", "read-also", "articles", List.of("autre", "encore")));
        assertThat(article.pictures()).containsExactly("comet");
        assertThat(article.readAlso()).containsExactly("autre", "encore");
    }

    @Test
    void saysWhichArticleLacksWhat() {
        assertThatIllegalArgumentException().isThrownBy(() -> Manuscript.read("clef", "section: monde"))
                .withMessageContainingAll("clef", "headline");
        assertThatIllegalArgumentException().isThrownBy(() -> Manuscript.read("clef", HEAD + "\n![Alt](comet)\nSeul"))
                .withMessageContainingAll("clef", "caption and a credit");
        assertThatIllegalArgumentException().isThrownBy(() -> Manuscript.read("clef", HEAD + "\n> Sans source"))
                .withMessageContainingAll("clef", "source");
    }
}
