package news.kiosque.articles.feed;

import java.util.List;

import news.kiosque.articles.article.Summary;
import news.kiosque.articles.page.Site;

/** Where everything is, for search engines. */
record Sitemap(Site site) {

    /** @param paths of pages that are lists */
    byte[] of(List<String> paths, List<Summary> articles) {
        XmlWriter xml = new XmlWriter();
        return xml.element("urlset", () -> {
            xml.attributes("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            paths.forEach(path -> xml.element("url", () -> xml.element("loc", site.absolute(path))));
            articles.forEach(article -> xml.element("url", () -> xml.element("loc", site.absolute(article.url()))
                    .element("lastmod", article.modifiedAt().toString())));
        }).bytes();
    }

    /** What robots are asked, and where the sitemap is. */
    String robots() {
        return """
                User-agent: *
                Disallow: /api/
                Disallow: /choix/v1/
                Disallow: /en/search
                Disallow: /recherche

                Sitemap: %s
                """.formatted(site.absolute("/sitemap.xml"));
    }
}
