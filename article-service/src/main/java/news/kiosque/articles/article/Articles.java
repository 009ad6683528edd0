package news.kiosque.articles.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Article.State;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.Outbox;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

/** All articles as the public may read them: live ones only. */
@Component
public class Articles {
    static final String COLLECTION = "articles";

    private final MongoCollection<Document> documents;

    Articles(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
    }

    /** The live article whose page is at this path, such as {@code /monde/titre} or {@code /en/world/title}. */
    public Mono<Article> live(Edition edition, String path) {
        return Mono.from(documents.find(and(eq("url", path), eq("edition", edition.name()), isLive()))
                .projection(Projections.exclude(Outbox.FIELD)))
                .map(ArticleDocument::read);
    }

    /** Those of the articles that are live, in the order of the ids. */
    public Mono<List<Summary>> summaries(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        return Flux.from(documents.find(and(in("_id", ids), isLive())).projection(SummaryDocument.FIELDS))
                .map(SummaryDocument::read).collect(Collectors.toMap(Summary::id, Function.identity()))
                .map(found -> inOrder(ids, found));
    }

    /**
     * The newest live articles of a list.
     *
     * @param limit at most this many
     * @param before only those that come after this place of the list; null for its beginning
     */
    public Flux<Summary> latest(Listing listing, int limit, @Nullable Cursor before) {
        Bson filter = and(eq("edition", listing.edition().name()), isLive(), matching(listing));
        Bson page = before == null ? filter : and(filter, after("publishedAt", before));
        return Flux.from(documents.find(page).projection(SummaryDocument.FIELDS).sort(descending("publishedAt", "_id"))
                .limit(limit)).map(SummaryDocument::read);
    }

    /** What comes after a place of a list that is sorted by this field and then by id, newest first. */
    static Bson after(String field, Cursor place) {
        return or(lt(field, place.at()), and(eq(field, place.at()), lt("_id", place.id())));
    }

    private static Bson isLive() {
        return eq("state", State.LIVE.name());
    }

    private static Bson matching(Listing listing) {
        return switch (listing) {
            case Listing.OfEdition _ -> new Document();
            case Listing.OfSection(_, var path) -> eq("live.sections", path);
            case Listing.OfAuthor(_, var slug) -> eq("live.authors.slug", slug);
            case Listing.OfTag(_, var slug) -> eq("live.tags.slug", slug);
        };
    }

    private static List<Summary> inOrder(Collection<String> ids, Map<String, Summary> found) {
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }
}
