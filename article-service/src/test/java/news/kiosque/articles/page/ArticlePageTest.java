package news.kiosque.articles.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ArticlePageTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;";

    private final Document page = parsed(SamplePages.article(Samples.french(), Samples.summaries(8)));

    @Test
    void saysWhereTheArticleSits() {
        Element trail = page.getElementsByAttributeValue("aria-label", "Fil d'Ariane").first();
        assertThat(trail.text()).isEqualTo(
                "Accueil » Monde » Europe » Ces soldats du Bélarus qui se battent aux côtés de l’Ukraine");
        assertThat(trail.select("a").eachAttr("href")).containsExactly("/", "/monde/", "/monde/europe/");
        assertThat(page.select("nav.sections [aria-current]").text()).isEqualTo("Monde");
    }

    @Test
    void derivesTheLabelFromTheVideo() {
        assertThat(page.select("h1").text())
                .isEqualTo("Ces soldats du Bélarus qui se battent aux côtés de l’Ukraine – VIDÉO");
        assertThat(parsed(SamplePages.article(Samples.english(), List.of())).select("h1").text())
                .isEqualTo("The Belarusian soldiers fighting beside Ukraine – VIDEO");
    }

    @Test
    void namesItsAuthorsInItsLanguage() {
        assertThat(page.select(".byline").text()).isEqualTo("par Anne Delmas et Marc Lefèvre");
        assertThat(page.select(".byline a").eachAttr("href")).containsExactly("/auteur/anne-delmas",
                "/auteur/marc-lefevre");
        Document english = parsed(SamplePages.article(Samples.english(), List.of()));
        assertThat(english.select(".byline").text()).isEqualTo("by Anne Delmas");
        assertThat(english.select(".byline a").attr("href")).isEqualTo("/en/author/anne-delmas");
    }

    @Test
    void tellsTheTimeOfTheNewsroom() {
        Element published = page.selectFirst(".dates time");
        assertThat(published.attr("datetime")).isEqualTo("2026-11-23T10:05:00+01:00");
        assertThat(published.wholeText()).isEqualTo("23 novembre 2026 à 10 h 05");
        assertThat(page.select(".dates").text()).endsWith("Modifié le 23 novembre 2026 à 11 h 35");
        assertThat(page.select(".meta").text()).contains("1 min de lecture");
    }

    @Test
    void fetchesOnlyItsFirstPictureAtOnceAndShiftsNothing() {
        assertThat(page.select("img")).hasSizeGreaterThan(3)
                .allSatisfy(image -> assertThat(image.attr("width")).isEqualTo("1200"))
                .allSatisfy(image -> assertThat(image.attr("height")).isEqualTo("800"));
        assertThat(page.select("img:not([loading=lazy])")).hasSize(1).first()
                .matches(image -> image.attr("src").equals("/media/p1"));
        assertThat(page.selectFirst("figure.lead figcaption").text())
                .contains("Des volontaires du régiment Kalinouski", "Photo : Marc Lefèvre / Kiosque");
    }

    @Test
    void linksTheVideoUntilItIsWanted() {
        Element link = page.selectFirst("a[data-purpose=embeds]");
        assertThat(link.attr("href")).isEqualTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        assertThat(link.attr("data-embed")).startsWith("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
        assertThat(page.select("iframe")).isEmpty();
        assertThat(page.select("script:not([type])")).hasSize(1);
    }

    /** The other half of 1.5 KB is of the notice's own. */
    @Test
    void bringsHalfOfTheScriptThatAskingForConsentMayCost() {
        byte[] script = page.selectFirst("script:not([type])").data().getBytes(StandardCharsets.UTF_8);
        System.out.printf("Script of what waits for consent, gzip: %d bytes%n", Compressed.size(script));

        assertThat(Compressed.size(script)).isBetween(100, 768);
    }

    @Test
    void letsTheScriptsOfTheNewsroomWaitForTheirReader() {
        PageScripts scripts = new PageScripts(
                List.of("audience https://stats.example/count.js?site=1", "advertising /ads.js"));
        Document counted = parsed(SamplePages.article(Samples.french(), List.of(), scripts));

        assertThat(counted.select("script[data-purpose]")).extracting(script -> script.attr("type"),
                script -> script.attr("data-purpose"), script -> script.attr("data-src"), script -> script.attr("src"))
                .containsExactly(tuple("text/plain", "audience", "https://stats.example/count.js?site=1", ""),
                        tuple("text/plain", "advertising", "/ads.js", ""));
        assertThat(scripts.origins()).containsExactly("https://stats.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "audience", "spying https://x.example/a.js", "audience http://x.example/a.js",
            "audience //x.example/a.js", "audience https://x.example", "audience https://x.example/\"a.js",
            "audience https://x.example;/a.js"})
    void takesNoScriptsThatCannotWait(String script) {
        assertThatThrownBy(() -> new PageScripts(List.of(script))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsWhatWasPickedAndWhatWasComputedButNoneTwice() {
        assertThat(page.select("#read-also h2").text()).isEqualTo("À lire aussi");
        assertThat(page.select("#read-also h3 a").eachAttr("href")).containsExactly("/monde/europe/article-1",
                "/monde/article-2");
        assertThat(page.select("#related h2").text()).isEqualTo("Articles liés");
        assertThat(page.select("#related h3")).hasSize(6);
        assertThat(page.select(".body .aside a").eachText())
                .contains("À Vilnius, l’opposition en exil prépare l’après-Loukachenko");
    }

    @Test
    void leavesOutListsWithNothingInThem() {
        Document alone = parsed(SamplePages.article(Samples.french(), List.of()));
        assertThat(alone.select("#related, #read-also, .aside")).isEmpty();
    }

    @Test
    void keepsTheSlotForTheNoticeRightAfterBody() {
        String html = new String(SamplePages.article(Samples.french(), List.of()), StandardCharsets.UTF_8);
        assertThat(html).containsOnlyOnce("<body><!--kiosque:notice--><!--/kiosque:notice-->");
    }

    @Test
    void tellsSearchEngines() {
        JsonNode article = data(page, "NewsArticle");
        assertThat(article.path("headline").asString()).startsWith("Ces soldats");
        assertThat(article.path("datePublished").asString()).isEqualTo("2026-11-23T09:05:00Z");
        assertThat(article.path("author").get(0).path("url").asString())
                .isEqualTo("https://kiosque.example/auteur/anne-delmas");
        assertThat(article.path("image").path("url").asString()).isEqualTo("https://kiosque.example/media/p1");
        JsonNode trail = data(page, "BreadcrumbList").path("itemListElement");
        assertThat(trail.size()).isEqualTo(4);
        assertThat(trail.get(3).path("item").asString())
                .isEqualTo("https://kiosque.example/monde/europe/des-soldats-du-belarus");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://kiosque.example/monde/europe/des-soldats-du-belarus");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://kiosque.example/media/p1");
    }

    @Test
    void showsHostileWordsAsWords() {
        List<Block> body = List.of(new Block.Image("p1", HOSTILE, null, HOSTILE),
                new Block.Video("https://youtu.be/dQw4w9WgXcQ", HOSTILE), new Block.Quote("Cité.", HOSTILE));
        Article article = Samples.article(Edition.fr, "/monde/x",
                Samples.content("monde", HOSTILE, HOSTILE, "fr", List.of(HOSTILE), body), List.of("n1"));
        Summary listed = Samples.summaries(1).getFirst();
        Summary hostile = new Summary(listed.id(), listed.edition(), listed.url(), HOSTILE, HOSTILE, "fr",
                listed.section(), listed.authors(), listed.publishedAt(), listed.modifiedAt(),
                new Summary.Picture("p1", HOSTILE), false);
        Document hurt = parsed(SamplePages.article(article, List.of(hostile)));
        assertThat(hurt.select("h1, .standfirst, .credit, blockquote footer, .player strong, #related h3 a").eachText())
                .hasSize(6).allMatch(text -> text.contains(HOSTILE));
        assertThat(hurt.select("[onerror], img[src=x]")).isEmpty();
        assertThat(hurt.select("img").attr("alt")).isEqualTo(HOSTILE);
        assertThat(hurt.select("script")).hasSize(3);
        assertThat(data(hurt, "NewsArticle").path("headline").asString()).isEqualTo(HOSTILE);
        assertThat(data(hurt, "BreadcrumbList").path("itemListElement").get(2).path("name").asString())
                .isEqualTo(HOSTILE);
    }

    @Test
    void leadsNowhereButToTheWeb() {
        List<Block> body = List.of(new Block.Video("javascript:alert(1)", "Non"),
                new Block.Video("https://films.example/un film", "Film"));
        Document odd = parsed(SamplePages.article(
                Samples.article(Edition.fr, "/monde/x", Samples.content("monde", "Titre", "", "fr", List.of(), body),
                        List.of()),
                List.of()));
        assertThat(odd.select(".player").eachAttr("href")).containsExactly("https://films.example/un film");
    }

    @Test
    void saysSoWhenTheArticleIsInAnotherLanguageThanItsEdition() {
        Article guest = Samples.article(Edition.fr, "/monde/x",
                Samples.content("monde", "A guest", "", "en-GB", List.of("Ann Lee"), List.of()), List.of());
        Document mixed = parsed(SamplePages.article(guest, List.of()));
        assertThat(mixed.select("html").attr("lang")).isEqualTo("fr");
        assertThat(mixed.select("main > article").attr("lang")).isEqualTo("en");
        assertThat(mixed.select(".byline").text()).isEqualTo("by Ann Lee");
        assertThat(mixed.select("nav.crumbs").attr("aria-label")).isEqualTo("Fil d'Ariane");
    }

    @Test
    void isOneSmallRequest() {
        byte[] html = SamplePages.article(Samples.french(), Samples.summaries(8));
        assertThat(Compressed.size(html)).isLessThan(12_000);
        assertThat(page.select("script[src], link[rel=stylesheet], iframe, link[rel=preload]")).isEmpty();
    }

    private static Document parsed(byte[] html) {
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8), "https://kiosque.example/");
    }

    private static JsonNode data(Document page, String type) {
        Stream<JsonNode> all = page.select("script[type=application/ld+json]").stream()
                .map(script -> JsonMapper.shared().readTree(script.data()));
        return all.filter(data -> data.path("@type").asString().equals(type)).findFirst().orElseThrow();
    }
}
