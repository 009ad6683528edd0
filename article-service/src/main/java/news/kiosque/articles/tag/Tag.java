package news.kiosque.articles.tag;

import news.kiosque.articles.text.Slug;

/** A subject that articles are marked with. */
public record Tag(String slug, String name) {

    public static Tag named(String name) {
        return new Tag(Slug.of(name), name);
    }
}
