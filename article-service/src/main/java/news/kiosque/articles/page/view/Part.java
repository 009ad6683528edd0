package news.kiosque.articles.page.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One part of an article's body. What is called html, item or caption is clean inline HTML; all else is plain. */
public sealed interface Part {

    record Paragraph(String html) implements Part {}

    record Heading(String html) implements Part {}

    /**
     * @param picture null where the picture itself is not kept (yet); its caption still says what it showed
     * @param first whether it is the first of the page, which is fetched at once
     * @param opening whether it stands before any text, and is set wider
     */
    record Figure(@Nullable Picture picture, @Nullable String caption, @Nullable String credit, boolean first,
            boolean opening) implements Part {}

    /**
     * @param href where it can be watched without this page
     * @param embed address of its player; null when it can only be linked
     * @param host who would learn that it is watched
     */
    record Video(String title, String href, @Nullable String embed, String host) implements Part {}

    record Quote(String html, @Nullable String cite) implements Part {}

    record Items(List<String> items, boolean ordered) implements Part {}

    record ReadAlso(List<Teaser> teasers) implements Part {}
}
