package news.kiosque.articles.article;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.tag.Tag;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How content is kept in the store; next to it lies what lists are found by, and what they show of its body. */
final class ContentDocument {

    private ContentDocument() {}

    static Document of(Content content) {
        Document document = new Document("section", content.section())
                .append("sections", Section.line(content.section())).append("headline", content.headline())
                .append("standfirst", content.standfirst()).append("language", content.language())
                .append("authors",
                        content.authors().stream().map(author -> named(author.slug(), author.name())).toList())
                .append("tags", content.tags().stream().map(tag -> named(tag.slug(), tag.name())).toList())
                .append("body", content.body().stream().map(BlockDocument::of).toList()).append("slug", content.slug())
                .append("notBefore", content.notBefore())
                .append("readAlso", content.readAlso()).append("video", content.hasVideo());
        if (content.related() != null) {
            document.append("related", content.related().document());
        }
        content.firstImage().ifPresent(image -> document.append("picture",
                new Document("medium", image.media()).append("alt", image.alt())));
        return document;
    }

    static Content read(Document document) {
        return new Content(document.getString("section"), document.getString("headline"),
                document.getString("standfirst"), document.getString("language"), authors(document),
                document.getList("tags", Document.class).stream()
                        .map(tag -> new Tag(tag.getString("slug"), tag.getString("name"))).toList(),
                document.getList("body", Document.class, List.of()).stream().map(BlockDocument::read).toList(),
                document.getString("slug"), instant(document, "notBefore"),
                RelatedChoice.read(document.get("related", Document.class)));
    }

    static List<Author> authors(Document document) {
        return document.getList("authors", Document.class).stream()
                .map(author -> new Author(author.getString("slug"), author.getString("name"))).toList();
    }

    static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static Document named(String slug, String name) {
        return new Document("slug", slug).append("name", name);
    }
}
