package news.kiosque.articles.section;

import java.util.List;
import java.util.stream.IntStream;

import news.kiosque.articles.edition.Edition;

/**
 * A place in the tree of an edition.
 *
 * @param path such as {@code monde} or {@code monde/europe}
 * @param position among its siblings, lowest first
 */
public record Section(Edition edition, String path, String name, int position) {

    /** The path of its page, such as {@code /monde/europe/}. */
    public String url() {
        return edition.prefix() + "/" + path + "/";
    }

    /** The paths from the top section down to this one: {@code monde}, {@code monde/europe}. */
    public static List<String> line(String path) {
        List<String> segments = List.of(path.split("/"));
        return IntStream.rangeClosed(1, segments.size()).mapToObj(i -> String.join("/", segments.subList(0, i)))
                .toList();
    }

    /** The path of the section above; empty for a top section. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
