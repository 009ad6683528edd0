package news.kiosque.articles.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Article.State;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.request.Malformed;
import news.kiosque.articles.text.Slug;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.descending;

/** The newsroom's list of articles, the last saved first. */
@RestController
class ArticleListApi {
    private static final int MOST = 200;
    private static final Bson FIELDS = Projections.exclude(Outbox.FIELD, "draft.body", "live", "related");

    private final MongoDatabase database;

    ArticleListApi(MongoDatabase database) {
        this.database = database;
    }

    @GetMapping(path = "/api/v1/articles", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ArticleJson.Page> list(@RequestParam Map<String, String> asked) {
        int limit = limit(asked.getOrDefault("limit", "50"));
        return Flux.from(database.getCollection(Articles.COLLECTION).find(filter(asked)).projection(FIELDS)
                .sort(descending("savedAt", "_id")).limit(limit + 1)).map(ArticleDocument::read).collectList()
                .map(found -> page(found, limit));
    }

    private static ArticleJson.Page page(List<Article> found, int limit) {
        List<Article> items = found.size() > limit ? found.subList(0, limit) : found;
        Article last = found.size() > limit ? items.getLast() : null;
        return new ArticleJson.Page(items.stream().map(ArticleJson::brief).toList(),
                last == null ? null : new Cursor(last.savedAt(), last.id()).encoded());
    }

    private static Bson filter(Map<String, String> asked) {
        List<Bson> filters = new ArrayList<>();
        asked.forEach((name, value) -> {
            switch (name) {
                case "edition" -> filters.add(eq("edition", Edition.named(value)
                        .orElseThrow(() -> new Malformed("edition must be fr or en.")).name()));
                case "section" -> filters.add(eq("draft.sections", value));
                case "author" -> filters.add(eq("draft.authors.slug", Slug.of(value)));
                case "tag" -> filters.add(eq("draft.tags.slug", Slug.of(value)));
                case "state" -> filters.add(eq("state", state(value).name()));
                case "since" -> filters.add(gte("savedAt", instant(value)));
                case "cursor" -> filters.add(Articles.after("savedAt", Cursor.decoded(value)
                        .orElseThrow(() -> new Malformed("cursor must be the 'next' of the page before."))));
                case "limit" -> {
                }
                default -> throw new Malformed(
                        "There is no parameter " + name
                                + ": use edition, section, author, tag, state, since, limit, cursor.");
            }
        });
        return filters.isEmpty() ? new Document() : and(filters);
    }

    private static State state(String name) {
        return Arrays.stream(State.values()).filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().orElseThrow(() -> new Malformed("state must be draft, live or withdrawn."));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new Malformed("since must be a moment such as 2026-11-23T08:00:00Z.");
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // It is refused below, as a number out of bounds is.
        }
        throw new Malformed("limit must be a whole number from 1 to " + MOST + ".");
    }
}
