package news.kiosque.articles.page;

import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListPageTest {

    @Test
    void setsTheNewestLargeAtHomeAndLinksToOlderOnes() {
        Document home = page("home.html");
        assertThat(home.select("h1").eachText()).containsExactly("Le Kiosque");
        assertThat(home.select("h2 a").attr("href")).isEqualTo("/monde/europe/article-1");
        assertThat(home.select(".cards h3")).hasSize(6);
        assertThat(home.select(".rows h3")).hasSize(13);
        assertThat(home.select("a[rel=next]").attr("href")).startsWith("/?avant=");
        assertThat(home.select("link[hreflang]").eachAttr("hreflang")).containsExactly("fr", "en", "x-default");
    }

    @Test
    void saysWhatASectionIsPartOf() {
        Document section = page("section.html");
        assertThat(section.select("h1").text()).isEqualTo("Monde");
        assertThat(section.select("nav.crumbs").text()).isEqualTo("Accueil » Monde");
        assertThat(section.select(".subsections a").attr("href")).isEqualTo("/monde/europe/");
        assertThat(section.select("link[type=application/rss+xml]").attr("href")).isEqualTo("/monde/feed.xml");
        assertThat(section.select("a[rel=next]")).isEmpty();
        assertThat(section.select("link[hreflang]")).isEmpty();
    }

    @Test
    void namesTheSectionOfAnArticleUnlessThePageIsAboutIt() {
        Document section = page("section.html");
        assertThat(section.select(".kicker").eachText()).contains("Europe").doesNotContain("Monde");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(page("home-en.html").select("main").text()).isEqualTo("Nothing has been published here yet.");
    }

    @Test
    void isNotToBeIndexedWhereThereIsNothing() {
        Document gone = page("gone.html");
        assertThat(gone.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(gone.select("h1").text()).isEqualTo("Article retiré");
        assertThat(page("not-found.html").select("html").attr("lang")).isEqualTo("en");
        assertThat(page("moved.html").select("main a").attr("href")).isEqualTo("/monde/?a=1&b=%22");
    }

    private static Document page(String name) {
        return Jsoup.parse(new String(SamplePages.all().get(name), StandardCharsets.UTF_8));
    }
}
