package news.kiosque.recommendation.setting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.events.Block;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.RelatedList;
import news.kiosque.recommendation.similarity.SimilaritySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AliasesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void listWhatSpellsANameInAnotherWay() throws IOException {
        var spellings = new AliasesAgreed.Spellings(List.of("Lukashenko", "Loukachenko"));
        Aliases aliases = Aliases.of(new AliasesAgreed(new Order(0, 1), List.of(spellings), "ada", NOW));
        try (LuceneIndex index = IndexFolder.open(data)) {
            put(index, "harvest", "Loukachenko et la récolte", "Loukachenko a vu des champs de seigle.");
            put(index, "sochi", "Loukachenko à Sotchi", "Loukachenko y a passé trois jours au bord de la mer.");
            put(index, "factory", "Lukashenko visits a factory", "Lukashenko, tracteurs, une usine de Gomel.");
            put(index, "cheese", "Le comté a son musée", "Dans le Jura, une maison de bois.");
            index.refresh();
            assertThat(listed(index, Aliases.NONE)).containsExactly("sochi");
            assertThat(listed(index, aliases)).containsExactlyInAnyOrder("sochi", "factory");
        }
    }

    private static List<String> listed(LuceneIndex index, Aliases aliases) {
        try (CandidateIndex.View view = index.open()) {
            RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED, aliases.synonyms());
            RelatedList list = similarity.of(view.find("harvest").orElseThrow(), view, NOW);
            return list.items().stream().map(Match::articleId).toList();
        }
    }

    private static void put(LuceneIndex index, String id, String headline, String text) throws IOException {
        Block block = new Block("paragraph", text, null, null, null, null, null, null, null, null, null, null);
        PublicArticle article = new PublicArticle(id, "fr", "fr", "/" + id, headline, "", List.of(), List.of(),
                List.of(), List.of(block), List.of(), List.of(), null, NOW, NOW);
        index.put(Profiler.profile(article), new Order(0, 1));
    }
}
