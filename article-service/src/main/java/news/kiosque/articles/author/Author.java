package news.kiosque.articles.author;

import news.kiosque.articles.text.Slug;

/** Somebody who writes, as named in a byline. */
public record Author(String slug, String name) {

    public static Author named(String name) {
        return new Author(Slug.of(name), name);
    }
}
