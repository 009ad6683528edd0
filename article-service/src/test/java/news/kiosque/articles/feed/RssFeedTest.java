package news.kiosque.articles.feed;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;

import news.kiosque.articles.article.Summary;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.Site;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

class RssFeedTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-23T09:05:00Z");
    private static final Site SITE = new Site(URI.create("https://kiosque.example/"), ZoneId.of("Europe/Paris"),
            Map.of(), Map.of());

    private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();

    @Test
    void tellsWhatIsNewWithFullAddresses() throws Exception {
        Document feed = feed(summary("Titre"));
        assertThat(value(feed, "/rss/@version")).isEqualTo("2.0");
        assertThat(value(feed, "/rss/channel/link")).isEqualTo("https://kiosque.example/");
        assertThat(value(feed, "/rss/channel/*[name()='atom:link']/@href"))
                .isEqualTo("https://kiosque.example/feed.xml");
        assertThat(value(feed, "//item/link")).isEqualTo("https://kiosque.example/monde/titre");
        assertThat(value(feed, "//item/guid")).isEqualTo("a1");
        assertThat(value(feed, "//item/guid/@isPermaLink")).isEqualTo("false");
        assertThat(value(feed, "//item/pubDate")).isEqualTo("Mon, 23 Nov 2026 09:05:00 GMT");
        assertThat(value(feed, "//item/*[name()='dc:creator']")).isEqualTo("Anne Delmas");
        assertThat(value(feed, "//item/*[name()='media:content']/@url"))
                .isEqualTo("https://kiosque.example/media/p1");
    }

    @Test
    void isWellFormedWhateverTheHeadline() throws Exception {
        Document feed = feed(summary("]]><b>&\u0000\u0008 \ud83d\ude00 \ud800 fin"));
        assertThat(value(feed, "//item/title")).isEqualTo("]]><b>&\ufffd\ufffd \ud83d\ude00 \ufffd fin");
    }

    private static Document feed(Summary... articles) throws Exception {
        byte[] feed = new RssFeed(SITE, "Le Kiosque", "L’actualité", "/", "/feed.xml", "fr").with(List.of(articles),
                Map.of("p1", new Medium("p1", "image/jpeg", 1200, 800, 90_000, null, PUBLISHED)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));
    }

    private static Summary summary(String headline) {
        return new Summary("a1", Edition.fr, "/monde/titre", headline, "Chapeau.", "fr", "monde",
                List.of(Author.named("Anne Delmas")), PUBLISHED, PUBLISHED, new Summary.Picture("p1", "Une rue"), true);
    }

    private String value(Document document, String path) throws Exception {
        return xpath.evaluate(path, document);
    }
}
