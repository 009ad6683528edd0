package news.kiosque.articles.feed;

import java.time.Instant;
import java.util.List;

import news.kiosque.articles.page.Site;
import org.jspecify.annotations.Nullable;

/** Where everything is, for search engines, as sitemaps.org asks for it. */
record Sitemap(Site site) {

    /**
     * What a sitemap names: a page, or another sitemap.
     *
     * @param modified when it last changed; null where that is not known
     */
    record Entry(String path, @Nullable Instant modified) {}

    byte[] ofPages(List<Entry> pages) {
        return of("urlset", "url", pages);
    }

    byte[] ofSitemaps(List<Entry> sitemaps) {
        return of("sitemapindex", "sitemap", sitemaps);
    }

    private byte[] of(String root, String element, List<Entry> entries) {
        XmlWriter xml = new XmlWriter();
        return xml.element(root, () -> {
            xml.attributes("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            entries.forEach(entry -> xml.element(element, () -> {
                xml.element("loc", site.absolute(entry.path()));
                if (entry.modified() != null) {
                    xml.element("lastmod", entry.modified().toString());
                }
            }));
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
                """.formatted(site.absolute(new SitemapAddress.OfAll().path()));
    }
}
