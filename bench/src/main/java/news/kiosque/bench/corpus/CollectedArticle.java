package news.kiosque.bench.corpus;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.events.Block;
import news.kiosque.events.PublicArticle;
import tools.jackson.databind.JsonNode;

/** An article of a collection in the shape in which the recommendation-service hears of one. */
public final class CollectedArticle {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private CollectedArticle() {}

    static PublicArticle of(JsonNode doc) {
        String section = text(doc, "section");
        String path = text(doc, "subsection").isEmpty() ? section : section + "/" + text(doc, "subsection");
        List<PublicArticle.Tag> tags = new ArrayList<>();
        doc.path("tags").forEach(tag -> tags.add(new PublicArticle.Tag(tag.asString(), tag.asString())));
        Instant published = time(text(doc, "published"));
        String language = text(doc, "lang").isEmpty() ? "und" : text(doc, "lang");
        return new PublicArticle(text(doc, "id"), "all", language, "/" + text(doc, "id"), escaped(text(doc, "title")),
                escaped(text(doc, "standfirst")),
                path.isEmpty() ? List.of() : List.of(new PublicArticle.Section(path, path)), authors(doc), tags,
                List.of(new Block("paragraph", escaped(text(doc, "body")), null, null, null, null, null, null, null,
                        null, null, null)),
                List.of(), List.of(), null, published, published);
    }

    private static List<PublicArticle.Author> authors(JsonNode doc) {
        String author = text(doc, "author").strip();
        return author.isEmpty() ? List.of() : List.of(new PublicArticle.Author(author, author));
    }

    /** Title, standfirst and body as they were written. */
    static String text(PublicArticle article) {
        return plain(article.headline()) + "\n" + plain(article.standfirst()) + "\n"
                + plain(article.body().getFirst().text());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&amp;", "&");
    }

    private static String text(JsonNode doc, String field) {
        JsonNode value = doc.path(field);
        return value.isString() ? value.stringValue() : value.isNumber() ? value.asString() : "";
    }

    private static Instant time(String published) {
        if (published.isEmpty()) {
            return Instant.EPOCH;
        }
        if (published.length() == 10) {
            return LocalDate.parse(published).atStartOfDay(PARIS).toInstant();
        }
        return published.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(published).toInstant()
                : LocalDateTime.parse(published).atZone(PARIS).toInstant();
    }
}
