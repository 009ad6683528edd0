package news.kiosque.articles.page;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.tag.Tag;

/** Where the pages are that have a fixed place in each edition. */
public final class PagePaths {
    private PagePaths() {}

    public static String home(Edition edition) {
        return edition.prefix() + "/";
    }

    public static String author(Edition edition, Author author) {
        return edition.prefix() + "/" + authorSegment(edition) + "/" + author.slug();
    }

    public static String tag(Edition edition, Tag tag) {
        return edition.prefix() + "/" + tagSegment(edition) + "/" + tag.slug();
    }

    public static String feed(Edition edition) {
        return edition.prefix() + "/feed.xml";
    }

    public static String search(Edition edition) {
        return edition.prefix() + "/" + searchSegment(edition);
    }

    static String legal(Edition edition) {
        return edition.prefix() + "/" + legalSegment(edition);
    }

    static String authorSegment(Edition edition) {
        return edition == Edition.fr ? "auteur" : "author";
    }

    static String tagSegment(Edition edition) {
        return edition == Edition.fr ? "mot-cle" : "tag";
    }

    static String searchSegment(Edition edition) {
        return edition == Edition.fr ? "recherche" : "search";
    }

    static String legalSegment(Edition edition) {
        return edition == Edition.fr ? "mentions-legales" : "legal";
    }

    /** The name of the query parameter that says where a page of a list goes on. */
    static String cursorParameter(Edition edition) {
        return edition == Edition.fr ? "avant" : "before";
    }
}
