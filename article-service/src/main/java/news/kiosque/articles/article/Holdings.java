package news.kiosque.articles.article;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.Outbox;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/** All live articles with where they came from, in the order of their ids. */
@Component
public class Holdings {
    private static final Bson FIELDS = Projections.exclude(Outbox.FIELD, "draft.body", "related");

    private final MongoCollection<Document> documents;

    Holdings(MongoDatabase database) {
        this.documents = database.getCollection(Articles.COLLECTION);
    }

    /** @param origin where it came from; null when it was written here */
    public record Holding(Article article, @Nullable Origin origin) {}

    /** @param id of the last one that was read before; empty for the first page */
    public Flux<Holding> after(String id, int limit) {
        return Flux.from(documents.find(and(gt("_id", id), eq("state", Article.State.LIVE.name()))).projection(FIELDS)
                .sort(Sorts.ascending("_id")).limit(limit))
                .map(document -> new Holding(ArticleDocument.read(document), OriginDocument.read(document)));
    }
}
