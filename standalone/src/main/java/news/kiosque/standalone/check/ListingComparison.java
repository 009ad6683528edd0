package news.kiosque.standalone.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import news.kiosque.standalone.check.Traces.Stored;

/** Says which pages feeds and sitemap name wrongly or do not name. */
record ListingComparison(Map<String, Traces> articles, Consumer<Difference> found) {
    static final String SITEMAP = "sitemap";
    private static final int LEAST_IN_A_FEED = 20;

    private record Live(String id, Stored stored) {}

    /** @param paths of the pages that a feed of the edition names, in its order */
    void feed(String edition, List<String> paths) {
        var newest = live().filter(article -> article.stored().edition().equals(edition))
                .sorted(Comparator.comparing((Live article) -> article.stored().publishedAt()).thenComparing(Live::id)
                        .reversed())
                .limit(Math.max(LEAST_IN_A_FEED, paths.size())).map(article -> article.stored().url()).toList();
        compare("feed of " + edition, newest, new HashSet<>(newest), paths);
    }

    /** @param paths of all pages that the sitemap names; those that end with a stroke are lists */
    void sitemap(List<String> paths) {
        var live = new HashSet<String>();
        live().forEach(article -> live.add(article.stored().url()));
        compare(SITEMAP, live, live, paths.stream().filter(path -> !path.endsWith("/")).toList());
    }

    private void compare(String between, Collection<String> wanted, Set<String> asSet, List<String> named) {
        var there = new HashSet<>(named);
        wanted.stream().filter(path -> !there.contains(path))
                .forEach(path -> found.accept(new Difference(between, path, "does not name this page")));
        named.stream().filter(path -> !asSet.contains(path))
                .forEach(path -> found.accept(new Difference(between, path, "names this page and should not")));
    }

    private Stream<Live> live() {
        return articles.entrySet().stream()
                .filter(entry -> entry.getValue().stored != null && entry.getValue().stored.isLive())
                .map(entry -> new Live(entry.getKey(), entry.getValue().stored));
    }
}
