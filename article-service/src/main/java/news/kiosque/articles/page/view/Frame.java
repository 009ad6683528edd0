package news.kiosque.articles.page.view;

import java.util.List;

/**
 * What surrounds the content of each page of an edition.
 *
 * @param otherEdition the home page of the edition in the other language
 * @param feed address of the edition's feed
 * @param search the page on which readers look for articles
 * @param legal address of the page that says who publishes the paper
 * @param scripts that the newsroom adds to each page
 */
public record Frame(Words words, Link home, Link otherEdition, List<Entry> sections, String feed, String legal,
        Link search, List<Script> scripts) {

    /** A section in the navigation; {@code here} for the one that the page is in. */
    public record Entry(Link link, boolean here) {}

    /** A script that waits until its reader agrees to its purpose. */
    public record Script(String purpose, String src) {}
}
