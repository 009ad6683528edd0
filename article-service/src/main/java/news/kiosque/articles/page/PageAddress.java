package news.kiosque.articles.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.text.Slug;

/** What a path asks for, as far as the path alone tells. */
sealed interface PageAddress {
    /** First segments under which others than the pages answer. */
    Set<String> ELSEWHERE = Set.of("actuator", "api", "assets", "bureau", "choix", "health", "internal", "media");

    Edition edition();

    record Home(Edition edition) implements PageAddress {}

    record AuthorPage(Edition edition, String slug) implements PageAddress {}

    record TagPage(Edition edition, String slug) implements PageAddress {}

    record Legal(Edition edition) implements PageAddress {}

    record Search(Edition edition) implements PageAddress {}

    /**
     * A section, or an article in one.
     *
     * @param path without slashes at its ends, and without the edition's prefix
     * @param slash whether it ends in one, as a section's address does
     */
    record Place(Edition edition, String path, boolean slash) implements PageAddress {}

    /** Nothing can be there. */
    record Nowhere(Edition edition) implements PageAddress {}

    static boolean isElsewhere(String path) {
        return path.startsWith("/") && ELSEWHERE.contains(path.substring(1).split("/", 2)[0]);
    }

    /** @param path raw, as it came; begins with a slash */
    static PageAddress of(String path) {
        String english = Edition.en.prefix();
        return path.equals(english) || path.startsWith(english + "/")
                ? within(Edition.en, path.substring(english.length()))
                : within(Edition.fr, path);
    }

    private static PageAddress within(Edition edition, String path) {
        if (path.equals("/")) {
            return new Home(edition);
        }
        boolean slash = path.endsWith("/");
        List<String> segments = Arrays.asList(path.substring(Math.min(1, path.length())).split("/", -1));
        List<String> names = slash ? segments.subList(0, segments.size() - 1) : segments;
        if (names.isEmpty() || !names.stream().allMatch(Slug::isValid)) {
            return new Nowhere(edition);
        }
        return named(edition, names, slash);
    }

    private static PageAddress named(Edition edition, List<String> names, boolean slash) {
        String first = names.getFirst();
        boolean two = names.size() == 2 && !slash;
        if (two && first.equals(PagePaths.authorSegment(edition))) {
            return new AuthorPage(edition, names.get(1));
        }
        if (two && first.equals(PagePaths.tagSegment(edition))) {
            return new TagPage(edition, names.get(1));
        }
        if (names.size() == 1 && !slash && first.equals(PagePaths.legalSegment(edition))) {
            return new Legal(edition);
        }
        if (names.size() == 1 && !slash && first.equals(PagePaths.searchSegment(edition))) {
            return new Search(edition);
        }
        return edition.reserves(first)
                ? new Nowhere(edition)
                : new Place(edition, String.join("/", names), slash);
    }
}
