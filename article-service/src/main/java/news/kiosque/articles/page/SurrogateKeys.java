package news.kiosque.articles.page;

import java.util.LinkedHashSet;
import java.util.Set;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.tag.Tag;

/** Names all that is on a page, so that a change of any of it finds the page. */
public final class SurrogateKeys {
    private final Edition edition;
    private final Set<String> keys = new LinkedHashSet<>();

    public SurrogateKeys(Edition edition) {
        this.edition = edition;
    }

    public SurrogateKeys article(String id) {
        keys.add("article/" + id);
        return this;
    }

    /** A section and those above it. */
    public SurrogateKeys sections(String path) {
        Section.line(path).forEach(this::section);
        return this;
    }

    public SurrogateKeys section(String path) {
        return add("section", path);
    }

    public SurrogateKeys author(Author author) {
        return add("author", author.slug());
    }

    public SurrogateKeys tag(Tag tag) {
        return add("tag", tag.slug());
    }

    public SurrogateKeys home() {
        keys.add("home/" + edition);
        return this;
    }

    public SurrogateKeys feed() {
        keys.add("feed/" + edition);
        return this;
    }

    private SurrogateKeys add(String kind, String name) {
        keys.add(kind + "/" + edition + "/" + name);
        return this;
    }

    /** As the header has them. */
    @Override
    public String toString() {
        return String.join(" ", keys);
    }
}
