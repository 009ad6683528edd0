package news.kiosque.recommendation.similarity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import news.kiosque.events.Block;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profiler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RelatedArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String REGIMENT = "Le régiment Kalinowski réunit des soldats bélarusses qui combattent près de "
            + "Kiev. Leurs familles, restées à Minsk, craignent le pouvoir de Loukachenko.";

    @TempDir
    Path data;
    private LuceneIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = IndexFolder.open(data);
        put("regiment", "fr", "fr", "Des Bélarusses au côté de l’Ukraine", REGIMENT, 10);
        put("contract", "fr", "fr", "À Kiev, le contrat des soldats bélarusses",
                "Au régiment Kalinowski, un soldat de Minsk signe pour six mois contre Loukachenko.", 5);
        put("sanctions", "fr", "fr", "Minsk sous sanctions", "L’Europe punit le pouvoir de Loukachenko à Minsk.", 3);
        put("cheese", "fr", "fr", "Le comté a son musée", "Dans le Jura, les fromages ont une maison de bois.", 2);
        put("english", "en", "en", "Belarusian soldiers", "The Kalinowski regiment fights near Kiev and Minsk.", 2);
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void listsWhatIsAboutTheSameInTheSameEditionOnly() {
        assertThat(ids(list("regiment").items())).containsExactly("contract", "sanctions");
    }

    @Test
    void saysWhatAScoreIsMadeOf() {
        Match first = list("regiment").items().getFirst();
        assertThat(first.reasons()).extracting("feature").contains("focus", "recent-focus", "section")
                .doesNotHaveDuplicates();
        assertThat(first.reasons().stream().mapToDouble(reason -> reason.share()).sum()).isBetween(.9999, 1.0001);
        assertThat(first.reasons()).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
    }

    @Test
    void knowsWhatBelongsToTheStoryThatTheMostAlikeTell() throws IOException {
        put("pay", "fr", "fr", "Un contrat pour six mois", "Il signe le contrat de six mois, loin de Minsk.", 4);
        put("harvest", "fr", "fr", "Une récolte de pommes", "Les pommes sont mûres, les vergers pleins, à Minsk.", 4);
        index.refresh();
        try (CandidateIndex.View view = index.open()) {
            RelatedArticles.Weighable all = new RelatedArticles(SimilaritySettings.SHIPPED)
                    .weighable(view.find("regiment").orElseThrow(), view, NOW);
            assertThat(story(all, "pay")).isGreaterThan(2 * story(all, "harvest"));
        }
    }

    private static double story(RelatedArticles.Weighable all, String articleId) {
        return all.features()[all.candidates().indexOf(articleId)][Feature.STORY.ordinal()];
    }

    @Test
    void countsWhatAnArticleSaysFirstForMore() throws IOException {
        String far = "mot ".repeat(70);
        put("early", "fr", "fr", "Kalinowski", "Pommes et vergers. " + far + "Tracteurs et granges.", 4);
        put("late", "fr", "fr", "Tracteurs et granges", "Pommes et vergers. " + far + "Kalinowski.", 4);
        index.refresh();
        try (CandidateIndex.View view = index.open()) {
            RelatedArticles.Weighable all = new RelatedArticles(SimilaritySettings.SHIPPED)
                    .weighable(view.find("regiment").orElseThrow(), view, NOW);
            double[] early = all.features()[all.candidates().indexOf("early")];
            double[] late = all.features()[all.candidates().indexOf("late")];
            assertThat(early[Feature.FOCUS.ordinal()]).isGreaterThan(1.5 * late[Feature.FOCUS.ordinal()]);
        }
    }

    @Test
    void prefersTheCloserInTimeOfTwoAlike() throws IOException {
        String text = "Un soldat du régiment Kalinowski raconte Minsk, %s et Kiev.";
        put("long-ago", "fr", "fr", "Un soldat raconte hier", text.formatted("Brest"), 400);
        put("lately", "fr", "fr", "Un soldat raconte demain", text.formatted("Gomel"), 11);
        index.refresh();
        List<String> ids = ids(list("regiment").items());
        assertThat(ids).contains("long-ago", "lately");
        assertThat(ids.indexOf("lately")).isLessThan(ids.indexOf("long-ago"));
    }

    @Test
    void putsFirstWhatTheEditorPinnedAndLeavesOutWhatTheEditorBanned() throws IOException {
        PublicArticle written = article("regiment", "fr", "fr", "Des Bélarusses au côté de l’Ukraine", REGIMENT, 10);
        PublicArticle.RelatedChoice choice = new PublicArticle.RelatedChoice(
                List.of("cheese", "withdrawn", "regiment"), List.of("contract"));
        index.put(Profiler.profile(with(choice, written)), new Order(0, 2));
        index.refresh();
        RelatedList list = list("regiment");
        assertThat(ids(list.items())).containsExactly("cheese", "sanctions");
        assertThat(list.items().getFirst().reasons()).singleElement()
                .isEqualTo(new RelatedComputed.Reason("pinned", 1));
        assertThat(list.items().getFirst().score()).isGreaterThan(list.items().getLast().score());
    }

    @Test
    void keepsTheEarliestOfNearDuplicates() throws IOException {
        put("agency", "fr", "fr", "Minsk sous sanctions", "L’Europe punit le pouvoir de Loukachenko à Minsk.", 4);
        index.refresh();
        RelatedList list = list("regiment");
        assertThat(ids(list.items())).contains("agency").doesNotContain("sanctions");
        assertThat(list.suppressed()).singleElement().satisfies(one -> {
            assertThat(one.match().articleId()).isEqualTo("sanctions");
            assertThat(one.duplicateOf()).isEqualTo("agency");
        });
    }

    @Test
    void listsNothingThatIsPublishedLater() throws IOException {
        put("tomorrow", "fr", "fr", "Kiev : les soldats bélarusses", "Le régiment Kalinowski et Loukachenko.", -1);
        index.refresh();
        assertThat(ids(list("regiment").items())).doesNotContain("tomorrow");
    }

    @Test
    void isTheSameForAnIndexThatGrewAndOneThatWasBuiltAnew(@TempDir Path other) throws IOException {
        index.put(Profiler.profile(article("cheese", "fr", "fr", "Loukachenko", REGIMENT + " Loukachenko.", 2)),
                new Order(0, 2));
        put("cheese", "fr", "fr", "Le comté a son musée", "Dans le Jura, les fromages ont une maison de bois.", 2, 3);
        index.refresh();
        try (LuceneIndex anew = IndexFolder.open(other)) {
            LuceneIndex grown = index;
            RelatedList before = list("regiment");
            index = anew;
            fill(anew);
            RelatedList after = list("regiment");
            index = grown;
            assertThat(ids(after.items())).isEqualTo(ids(before.items()));
            assertThat(after.items().getFirst().score()).isEqualTo(before.items().getFirst().score());
        }
    }

    @Test
    void listsMoreThanTheLastMinutesOfAStorm() throws IOException {
        List<String> sides = List.of("pompiers secours blessés hôpital", "gouvernement ministre déclaration enquête",
                "témoins quartier fumée nuit", "assurance entreprise usine propriétaire");
        for (int i = 0; i < 100; i++) {
            index.put(Profiler.profile(storm(i, sides.get(i % sides.size()))), new Order(0, 1));
        }
        index.refresh();
        for (int i : List.of(0, 50, 99)) {
            List<Instant> times = list("storm" + i).items().stream().map(Match::publishedAt).sorted().toList();
            assertThat(times).hasSize(10);
            assertThat(times.stream().filter(time -> time.isAfter(NOW.minus(Duration.ofMinutes(10)))).count())
                    .as("items of the last ten minutes on the list of storm" + i).isLessThanOrEqualTo(5);
            assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThan(Duration.ofMinutes(20));
        }
    }

    /** One of a hundred articles on one fire within the last hour. */
    private static PublicArticle storm(int number, String side) {
        String words = "mot" + number % 7 + " autre" + number % 11 + " détail" + number;
        PublicArticle article = article("storm" + number, "fr", "fr", "Incendie de l’usine de Gomel : " + words,
                "L’incendie de l’usine chimique de Gomel se propage, " + side + ", " + words + ".", 0);
        Instant published = NOW.minus(Duration.ofSeconds(36L * (99 - number)));
        return new PublicArticle(article.id(), article.edition(), article.language(), article.url(), article.headline(),
                article.standfirst(), article.sections(), article.authors(), article.tags(), article.body(),
                article.readAlso(), article.corrections(), article.related(), published, published);
    }

    private void fill(LuceneIndex anew) throws IOException {
        put("sanctions", "fr", "fr", "Minsk sous sanctions", "L’Europe punit le pouvoir de Loukachenko à Minsk.", 3);
        put("cheese", "fr", "fr", "Le comté a son musée", "Dans le Jura, les fromages ont une maison de bois.", 2);
        put("contract", "fr", "fr", "À Kiev, le contrat des soldats bélarusses",
                "Au régiment Kalinowski, un soldat de Minsk signe pour six mois contre Loukachenko.", 5);
        put("regiment", "fr", "fr", "Des Bélarusses au côté de l’Ukraine", REGIMENT, 10);
        anew.refresh();
    }

    private RelatedList list(String articleId) {
        try (CandidateIndex.View view = index.open()) {
            return new RelatedArticles(SimilaritySettings.SHIPPED).of(view.find(articleId).orElseThrow(), view, NOW);
        }
    }

    private void put(String id, String edition, String language, String headline, String text, int days)
            throws IOException {
        put(id, edition, language, headline, text, days, 1);
    }

    private void put(String id, String edition, String language, String headline, String text, int days, long order)
            throws IOException {
        index.put(Profiler.profile(article(id, edition, language, headline, text, days)), new Order(0, order));
    }

    private static PublicArticle with(PublicArticle.RelatedChoice choice, PublicArticle article) {
        return new PublicArticle(article.id(), article.edition(), article.language(), article.url(), article.headline(),
                article.standfirst(), article.sections(), article.authors(), article.tags(), article.body(),
                article.readAlso(), article.corrections(), choice, article.publishedAt(), article.modifiedAt());
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(Match::articleId).toList();
    }

    private static PublicArticle article(String id, String edition, String language, String headline, String text,
            int days) {
        Instant published = NOW.minus(Duration.ofDays(days));
        return new PublicArticle(id, edition, language, "/monde/" + id, headline, "",
                List.of(new PublicArticle.Section("monde", "Monde")), List.of(), List.of(),
                List.of(new Block("paragraph", text, null, null, null, null, null, null, null, null, null, null)),
                List.of(), List.of(), null, published, published);
    }
}
