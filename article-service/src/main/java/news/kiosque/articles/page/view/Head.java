package news.kiosque.articles.page.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a page tells machines about itself. All addresses are absolute.
 *
 * @param canonical null for a page that has no address of its own, which is not to be indexed either
 * @param type Open Graph's: {@code article}, {@code website} or {@code profile}
 * @param alternates the same page in other languages; empty where there is none
 * @param feed of what the page lists
 * @param structuredData JSON-LD, each safe inside a script element
 */
public record Head(String title, String description, @Nullable String canonical, String type, @Nullable Picture picture,
        @Nullable String published, @Nullable String modified, List<Alternate> alternates, Link feed,
        List<String> structuredData) {

    /** @param language BCP 47 tag, or {@code x-default} */
    public record Alternate(String language, String href) {}
}
