package news.kiosque.articles.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One part of an article's body. What is called text, item or caption is clean inline HTML; all else is plain. */
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Image(String media, String alt, @Nullable String caption, @Nullable String credit) implements Block {}

    record Video(String url, @Nullable String title) implements Block {}

    record Quote(String text, @Nullable String cite) implements Block {}

    record ItemList(List<String> items, boolean ordered) implements Block {}

    /** Hand-picked articles to read next, by id. */
    record ReadAlso(List<String> articles) implements Block {}
}
