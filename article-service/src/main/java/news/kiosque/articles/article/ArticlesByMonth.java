package news.kiosque.articles.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Article.State;
import news.kiosque.articles.edition.Edition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** All live articles by the month of their first publication: an article stays in its month, whatever else is published. */
@Component
public class ArticlesByMonth {
    static final String FIELD = "month";
    /** The first of a month is the one that changed last. */
    static final Bson ORDER = compoundIndex(ascending(FIELD), descending("modifiedAt"));
    private static final int BATCH = 1_000;

    private final MongoCollection<Document> documents;

    ArticlesByMonth(MongoDatabase database) {
        this.documents = database.getCollection(Articles.COLLECTION);
    }

    /** Where a live article is, and since when it is as it is. */
    public record Place(String url, Instant modifiedAt) {}

    static @Nullable String of(@Nullable Instant published) {
        return published == null ? null : YearMonth.from(published.atOffset(ZoneOffset.UTC)).toString();
    }

    /** Those that have any, the oldest first. */
    public Flux<Month> months(Edition edition) {
        return after(edition, "").expand(month -> after(edition, month.name().toString()));
    }

    /** Those of a month in the order of their publication. */
    public Flux<Place> in(Edition edition, YearMonth month, int skip, int limit) {
        Bson published = and(gte("publishedAt", start(month)), lt("publishedAt", start(month.plusMonths(1))));
        return Flux
                .from(documents.find(and(live(edition), published)).sort(ascending("publishedAt", "_id")).skip(skip)
                        .limit(limit).batchSize(BATCH).projection(Projections.include("url", "modifiedAt")))
                .map(found -> new Place(found.getString("url"), found.getDate("modifiedAt").toInstant()));
    }

    private Mono<Month> after(Edition edition, String month) {
        return Mono
                .from(documents.find(and(live(edition), gt(FIELD, month))).sort(ORDER).limit(1)
                        .projection(Projections.include(FIELD, "modifiedAt")))
                .flatMap(found -> Mono
                        .from(documents.countDocuments(and(live(edition), eq(FIELD, found.getString(FIELD)))))
                        .map(count -> new Month(YearMonth.parse(found.getString(FIELD)), count,
                                found.getDate("modifiedAt").toInstant())));
    }

    static Bson live(Edition edition) {
        return and(eq("edition", edition.name()), eq("state", State.LIVE.name()));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
