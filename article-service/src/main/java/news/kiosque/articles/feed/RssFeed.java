package news.kiosque.articles.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import news.kiosque.articles.article.Summary;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.Site;

/**
 * A feed in RSS 2.0.
 *
 * @param title of the paper, or of one of its sections
 * @param path of the page that it goes with
 * @param self its own path
 * @param language BCP 47 tag
 */
record RssFeed(Site site, String title, String description, String path, String self, String language) {

    byte[] with(List<Summary> articles, Map<String, Medium> pictures) {
        XmlWriter xml = new XmlWriter();
        return xml.element("rss", () -> {
            xml.attributes("version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom", "xmlns:dc",
                    "http://purl.org/dc/elements/1.1/", "xmlns:media", "http://search.yahoo.com/mrss/");
            xml.element("channel", () -> {
                head(xml);
                articles.stream().map(Summary::modifiedAt).max(Instant::compareTo)
                        .ifPresent(newest -> xml.element("lastBuildDate", date(newest)));
                articles.forEach(article -> item(xml, article, pictures));
            });
        }).bytes();
    }

    private void head(XmlWriter xml) {
        xml.element("title", title).element("link", site.absolute(path)).element("description", description)
                .element("language", language).empty("atom:link", "rel", "self", "type", "application/rss+xml", "href",
                        site.absolute(self));
    }

    private void item(XmlWriter xml, Summary article, Map<String, Medium> pictures) {
        xml.element("item", () -> {
            xml.element("title", article.headline()).element("link", site.absolute(article.url()));
            xml.element("guid", () -> xml.attributes("isPermaLink", "false").text(article.id()));
            xml.element("pubDate", date(article.publishedAt())).element("description", article.standfirst());
            article.authors().stream().map(Author::name).forEach(name -> xml.element("dc:creator", name));
            Summary.Picture picture = article.picture();
            Medium medium = picture == null ? null : pictures.get(picture.medium());
            if (medium != null) {
                picture(xml, medium, picture.alt());
            }
        });
    }

    private void picture(XmlWriter xml, Medium medium, String alt) {
        xml.element("media:content", () -> {
            xml.attributes("url", site.absolute(medium.url()), "type", medium.type(), "medium", "image", "width",
                    String.valueOf(medium.width()), "height", String.valueOf(medium.height()), "fileSize",
                    String.valueOf(medium.size()));
            if (!alt.isBlank()) {
                xml.element("media:description", alt);
            }
        });
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
