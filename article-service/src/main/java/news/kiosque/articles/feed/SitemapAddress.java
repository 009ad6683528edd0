package news.kiosque.articles.feed;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import news.kiosque.articles.edition.Edition;

/** Which sitemap a path asks for. */
sealed interface SitemapAddress {
    Pattern PATH = Pattern.compile("/sitemap(?:-([a-z]{2})(?:-(\\d{4}-\\d{2})(?:-([1-9]\\d{0,3}))?)?)?\\.xml");

    String path();

    /** The one that names the others. */
    record OfAll() implements SitemapAddress {
        @Override
        public String path() {
            return "/sitemap.xml";
        }
    }

    /** An edition's lists: its front page and sections. */
    record OfLists(Edition edition) implements SitemapAddress {
        @Override
        public String path() {
            return "/sitemap-" + edition + ".xml";
        }
    }

    /** @param part from 1, where a month has more articles than go into one */
    record OfMonth(Edition edition, YearMonth month, int part) implements SitemapAddress {
        @Override
        public String path() {
            return "/sitemap-" + edition + "-" + month + (part == 1 ? "" : "-" + part) + ".xml";
        }
    }

    /** Empty when the path is that of something else. */
    static Optional<SitemapAddress> of(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches() ? of(parts).filter(found -> found.path().equals(path)) : Optional.empty();
    }

    private static Optional<SitemapAddress> of(Matcher parts) {
        if (parts.group(1) == null) {
            return Optional.of(new OfAll());
        }
        return Edition.named(parts.group(1)).flatMap(edition -> parts.group(2) == null
                ? Optional.of(new OfLists(edition))
                : month(parts.group(2)).map(month -> new OfMonth(edition, month,
                        parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)))));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
