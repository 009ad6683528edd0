package news.kiosque.articles.feed;

import java.util.Optional;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.PagePaths;

/**
 * Which feed a path asks for.
 *
 * @param section path of the section; empty for the whole edition
 */
record FeedAddress(Edition edition, String section) {
    private static final String NAME = "feed.xml";

    /** Empty when the path is not that of a feed, whether or not there is such a section. */
    static Optional<FeedAddress> of(String path) {
        if (!path.endsWith("/" + NAME) || path.contains("//")) {
            return Optional.empty();
        }
        String above = path.substring(0, path.length() - NAME.length());
        Edition edition = above.startsWith(PagePaths.home(Edition.en)) ? Edition.en : Edition.fr;
        String within = above.substring(PagePaths.home(edition).length());
        return Optional.of(new FeedAddress(edition, within.isEmpty() ? "" : within.substring(0, within.length() - 1)));
    }
}
