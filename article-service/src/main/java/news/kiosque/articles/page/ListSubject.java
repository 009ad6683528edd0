package news.kiosque.articles.page;

import java.util.List;

import news.kiosque.articles.article.Listing;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import org.jspecify.annotations.Nullable;

/**
 * What a page with a list is about.
 *
 * @param path of its first page
 * @param section path of the section that it is about; empty for none
 * @param intro below the heading; empty for none
 * @param type Open Graph's
 * @param feed of the same articles, where there is one of its own
 */
record ListSubject(Listing listing, String path, String section, List<Link> trail, String heading, String intro,
        String description, List<Link> subsections, String type, SurrogateKeys keys, @Nullable Link feed,
        List<Head.Alternate> alternates) {

    boolean isHome() {
        return listing instanceof Listing.OfEdition;
    }
}
