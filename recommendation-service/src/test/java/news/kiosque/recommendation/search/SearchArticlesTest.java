package news.kiosque.recommendation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.events.Block;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.ArticleWords;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.index.SearchableText;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.setting.Settings;
import news.kiosque.recommendation.similarity.SimilaritySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir
    Path data;
    private LuceneIndex index;
    private Replica replica;
    private final Settings settings = new Settings();
    private SearchArticles search;

    @BeforeEach
    void fill() throws IOException {
        index = IndexFolder.open(data);
        replica = new Replica(index);
        search = new SearchArticles(replica, new InService(settings, SimilaritySettings.SHIPPED), () -> NOW);
        put("palace", "fr", "L’Élysée se tait", "Le chef de l’État, Emmanuel Macron, n’a rien dit des élections.", 2);
        put("vote", "fr", "Une élection pour rien", "À Minsk, Alexandre Loukachenko a gagné. L’Élysée proteste.", 9);
        put("cheese", "fr", "Le comté a son musée", "Dans le Jura, les fromages <em>ont</em> une maison de bois.", 400);
        put("english", "en", "The palace says nothing", "Macron kept silent about the elections in Belarus.", 3);
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        replica.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l'élysée", "L’ELYSEE", "elysee", "Élysée", "lʼÉlysée"})
    void findsTheSameWithoutAccentsAndElision(String typed) {
        assertThat(ids(Map.of("q", typed))).containsExactly("palace", "vote");
    }

    @Test
    void findsOtherFormsOfAWordAndOnlyWhatHasAllWords() {
        assertThat(ids(Map.of("q", "élections", "lang", "fr"))).containsExactlyInAnyOrder("palace", "vote");
        assertThat(ids(Map.of("q", "élection Minsk"))).containsExactly("vote");
        assertThat(ids(Map.of("q", "elections"))).containsExactlyInAnyOrder("palace", "vote", "english");
    }

    @Test
    void findsAPhraseAsItStands() {
        assertThat(ids(Map.of("q", "\"chef de l'état\""))).containsExactly("palace");
        assertThat(ids(Map.of("q", "« Emmanuel Macron »"))).containsExactly("palace");
        assertThat(ids(Map.of("q", "\"Macron Emmanuel\""))).isEmpty();
        assertThat(ids(Map.of("q", "\"élections\"", "lang", "fr"))).containsExactly("palace");
    }

    @Test
    void findsABeginningAndLeavesOutWhatIsUnwanted() {
        assertThat(ids(Map.of("q", "louka*"))).containsExactly("vote");
        assertThat(ids(Map.of("q", "l'élys* -Minsk"))).containsExactly("palace");
        assertThat(ids(Map.of("q", "-Minsk"))).isEmpty();
    }

    @Test
    void marksWhatWasFoundAndEscapesTheRest() {
        Found.Item item = find(Map.of("q", "fromage")).items().getFirst();
        assertThat(item.excerpt()).contains("<mark>fromages</mark>").doesNotContain("<em>");
        put("hostile", "fr", "<script>alert(1)</script> fromage & Cie", "Un fromage &lt;b&gt; gras.", 1);
        refresh();
        item = find(Map.of("q", "fromage cie")).items().getFirst();
        assertThat(item.headline()).contains("&lt;script&gt;", "<mark>fromage</mark>", "&amp;")
                .doesNotContain("<script");
        assertThat(item.excerpt()).doesNotContain("<b>");
    }

    @Test
    void suggestsWhatWasMeantAsArticlesWriteIt() {
        assertThat(find(Map.of("q", "Loukachenka")).suggestion()).isEqualTo("Loukachenko");
        assertThat(find(Map.of("q", "élisée proteste")).suggestion()).isEqualTo("Élysée proteste");
        assertThat(find(Map.of("q", "Loukachenko")).suggestion()).isNull();
        assertThat(find(Map.of("q", "xyzzyqwert")).suggestion()).isNull();
        assertThat(find(Map.of("q", "fromage")).suggestion()).as("only another form").isNull();
    }

    @Test
    void narrowsByLanguageEditionSectionAndTime() {
        assertThat(ids(Map.of("q", "Macron", "lang", "en"))).containsExactly("english");
        assertThat(ids(Map.of("q", "Macron", "edition", "fr"))).containsExactly("palace");
        assertThat(ids(Map.of("q", "élysée", "section", "monde"))).hasSize(2);
        assertThat(ids(Map.of("q", "élysée", "section", "monde/europe"))).isEmpty();
        assertThat(ids(Map.of("q", "élysée", "from", "2026-10-31"))).containsExactly("palace");
        assertThat(ids(Map.of("q", "élysée", "to", "2026-10-30"))).containsExactly("vote");
        assertThat(ids(Map.of("q", "élysée", "sort", "newest"))).containsExactly("palace", "vote");
    }

    @Test
    void findsANameInAnySpellingThatEditorsAgreedOn() {
        assertThat(ids(Map.of("q", "Lukashenko"))).isEmpty();
        settings.hear(new AliasesAgreed(new Order(0, 1), List.of(new AliasesAgreed.Spellings(
                List.of("Loukachenko", "Lukashenko", "Président de Biélorussie"))), "anne", NOW));
        assertThat(ids(Map.of("q", "lukashenko"))).containsExactly("vote");
        assertThat(ids(Map.of("q", "Lukashenko Minsk"))).containsExactly("vote");
        assertThat(ids(Map.of("q", "\"président de biélorussie\""))).containsExactly("vote");
        assertThat(ids(Map.of("q", "élections -Lukashenko", "lang", "fr"))).containsExactly("palace");
    }

    @Test
    void givesOnePageAfterTheOther() throws IOException {
        for (int i = 0; i < 25; i++) {
            put("many" + i, "fr", "Un titre", "Quelque chose sur la girafe.", i);
        }
        refresh();
        Found second = find(Map.of("q", "girafe", "page", "2", "limit", "10", "sort", "newest"));
        assertThat(second.total()).isEqualTo(25);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.items()).extracting(Found.Item::articleId).first().isEqualTo("many10");
        assertThat(find(Map.of("q", "girafe", "page", "3", "limit", "10")).items()).hasSize(5);
        assertThat(find(Map.of("q", "girafe", "page", "9", "limit", "10")).items()).isEmpty();
    }

    @Test
    void neverShowsWhatWasWithdrawnNorWhatIsYetToCome() throws IOException {
        put("later", "fr", "L’Élysée demain", "Demain.", -1);
        index.remove("palace", new Order(0, 2));
        refresh();
        assertThat(ids(Map.of("q", "élysée"))).containsExactly("vote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "***", "-", "-\"", "a AND (b", "+-&|!(){}[]^~*?:\\/", "\u0000\u0001x", "<script>",
            "🧀🧀", "de la", "%00", "((((((((((((((((((((", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*",
            "\u202Eabc",
            "\"\"\"\"\"\"", "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r*"})
    void takesWhateverIsTyped(String typed) {
        assertThat(find(Map.of("q", typed)).total()).isNotNegative();
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        for (Map<String, String> given : List.of(Map.<String, String>of(), Map.of("q", " "),
                Map.of("q", "a".repeat(301)), Map.of("q", "a", "page", "0"), Map.of("q", "a", "limit", "51"),
                Map.of("q", "a", "from", "yesterday"), Map.of("q", "a", "from", "2026-11-02", "to", "2026-11-01"),
                Map.of("q", "a", "lang", "français"), Map.of("q", "a", "section", "../etc"),
                Map.of("q", "a", "qq", "b"),
                Map.of("q", "a", "sort", "random"))) {
            assertThatThrownBy(() -> find(given)).isInstanceOf(ResponseStatusException.class)
                    .hasMessageContaining("400");
        }
    }

    private Found find(Map<String, String> given) {
        return search.find(SearchParameters.read(given));
    }

    private List<String> ids(Map<String, String> given) {
        return find(given).items().stream().map(Found.Item::articleId).toList();
    }

    private void refresh() {
        try {
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String id, String language, String headline, String text, int days) {
        Instant published = NOW.minus(Duration.ofDays(days));
        PublicArticle article = new PublicArticle(id, language, language, "/monde/" + id, headline, "",
                List.of(new PublicArticle.Section("monde", "Monde")), List.of(), List.of(),
                List.of(new Block("paragraph", text, null, null, null, null, null, null, null, null, null, null)),
                List.of(), List.of(), null, published, published);
        try {
            ArticleWords words = ArticleWords.of(article);
            index.put(Profiler.profile(words), SearchableText.of(words), new Order(0, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
