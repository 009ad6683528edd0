package news.kiosque.articles.article;

import news.kiosque.articles.edition.Edition;

/** Which live articles a list shows. */
public sealed interface Listing {

    Edition edition();

    /** All of an edition. */
    record OfEdition(Edition edition) implements Listing {}

    /** Those in a section or below it. */
    record OfSection(Edition edition, String path) implements Listing {}

    record OfAuthor(Edition edition, String slug) implements Listing {}

    record OfTag(Edition edition, String slug) implements Listing {}
}
