package news.kiosque.articles.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.tag.Tag;
import org.jspecify.annotations.Nullable;

/** An article as the API answers it: its working copy, and where it stands. */
public final class ArticleJson {

    private ArticleJson() {}

    /** @param items newest first; {@code next} is the cursor of the page after it, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Map<String, Object>> items, @Nullable String next) {}

    static Map<String, Object> of(Article article) {
        Map<String, Object> json = standing(article);
        json.putAll(content(article.draft()));
        return json;
    }

    /** Without the body, for lists. */
    static Map<String, Object> brief(Article article) {
        Map<String, Object> json = of(article);
        json.remove("body");
        return json;
    }

    /** What can be changed of it, in the shape in which it is posted. */
    static Map<String, Object> content(Content content) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", content.section());
        json.put("headline", content.headline());
        json.put("standfirst", content.standfirst());
        json.put("language", content.language());
        json.put("authors", content.authors().stream().map(Author::name).toList());
        json.put("tags", content.tags().stream().map(Tag::name).toList());
        json.put("body", content.body().stream().map(ArticleJson::block).toList());
        put(json, "slug", content.slug());
        put(json, "notBefore", content.notBefore());
        put(json, "related", content.related());
        return json;
    }

    private static Map<String, Object> standing(Article article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", article.id());
        json.put("edition", article.edition().name());
        json.put("rev", article.rev());
        json.put("state", article.state().name().toLowerCase(Locale.ROOT));
        put(json, "url", article.url());
        json.put("createdAt", article.createdAt());
        json.put("savedAt", article.savedAt());
        put(json, "publishedAt", article.publishedAt());
        put(json, "modifiedAt", article.modifiedAt());
        json.put("corrections", article.corrections());
        put(json, "withdrawal", article.withdrawal());
        return json;
    }

    /** A block in the shape in which it is posted. */
    public static Map<String, Object> block(Block block) {
        news.kiosque.events.Block all = EventBlock.of(block);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", all.type());
        put(json, "text", all.text());
        put(json, "media", all.media());
        put(json, "alt", all.alt());
        put(json, "caption", all.caption());
        put(json, "credit", all.credit());
        put(json, "url", all.url());
        put(json, "title", all.title());
        put(json, "cite", all.cite());
        put(json, "items", all.items());
        put(json, "ordered", all.ordered());
        put(json, "articles", all.articles());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
