package news.kiosque.articles.edition;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** One site of one language; the French one is at the root of the address, the English one below {@code /en}. */
public enum Edition {
    fr("", Set.of("api", "actuator", "archives", "assets", "atom.xml", "auteur", "bureau", "choix", "en", "feed.json",
            "feed.xml",
            "health", "internal", "media", "mot-cle", "news-sitemap.xml", "recherche", "robots.txt",
            "sitemap.xml")), en(
                    "/en", Set.of("archive", "atom.xml", "author", "feed.json", "feed.xml", "search", "tag"));

    private final String prefix;
    private final Set<String> reserved;

    Edition(String prefix, Set<String> reserved) {
        this.prefix = prefix;
        this.reserved = reserved;
    }

    public static Optional<Edition> named(String name) {
        return Arrays.stream(values()).filter(edition -> edition.name().equals(name)).findFirst();
    }

    /** What every path of its pages begins with: empty, or such as {@code /en}. */
    public String prefix() {
        return prefix;
    }

    /** Whether no section may be called so, because something else is at this address. */
    public boolean reserves(String firstSegment) {
        return reserved.contains(firstSegment);
    }
}
