package news.kiosque.articles.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.section.Section;
import org.jspecify.annotations.Nullable;

/** The surrogate keys of the pages that show something of an article. */
final class PageKeys {

    private PageKeys() {}

    static String article(String id) {
        return "article/" + id;
    }

    /**
     * All that change when an article changes before its readers.
     *
     * @param before what was live, if anything was
     * @param after what is live now, if anything is
     * @param listedBy ids of the articles that name it as related or to be read next
     */
    static List<String> of(Article article, @Nullable Content before, @Nullable Content after,
            Collection<String> listedBy) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(article(article.id()));
        add(keys, article.edition(), before);
        add(keys, article.edition(), after);
        keys.add("home/" + article.edition());
        keys.add("feed/" + article.edition());
        listedBy.forEach(id -> keys.add(article(id)));
        return new ArrayList<>(keys);
    }

    private static void add(Set<String> keys, Edition edition, @Nullable Content content) {
        if (content != null) {
            Section.line(content.section()).forEach(path -> keys.add("section/" + edition + "/" + path));
            content.authors().forEach(author -> keys.add("author/" + edition + "/" + author.slug()));
            content.tags().forEach(tag -> keys.add("tag/" + edition + "/" + tag.slug()));
        }
    }
}
