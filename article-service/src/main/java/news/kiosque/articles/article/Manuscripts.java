package news.kiosque.articles.article;

import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

/** All articles as the newsroom works on them; each change is one atomic write of the article and of its events. */
@Component
class Manuscripts {
    private static final Bson WITHOUT_OUTBOX = Projections.exclude(Outbox.FIELD);
    private static final int MOST_LISTING_PAGES = 2_000;

    private final MongoCollection<Document> documents;
    private final OutboxSignal signal;

    Manuscripts(MongoDatabase database, OutboxSignal signal) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.signal = signal;
    }

    /** @return an error of {@link NoSuchArticle} when there is none */
    Mono<Article> find(String id) {
        return Mono.from(documents.find(eq("_id", id)).projection(WITHOUT_OUTBOX)).map(ArticleDocument::read)
                .switchIfEmpty(Mono.error(NoSuchArticle::new));
    }

    /**
     * Keeps a new article.
     *
     * @param request a digest of what was sent: the same again is the same article
     * @return the article of this id, also when it was there; an error of {@link IdempotencyKeyReused} when that one was
     *         made from another request
     */
    Mono<Article> add(Article article, String request) {
        Document document = ArticleDocument.of(article).append("_id", article.id()).append("request", request);
        return Mono.from(documents.insertOne(document)).thenReturn(article)
                .onErrorResume(MongoWriteException.class,
                        failure -> failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? existing(article.id(), request)
                                : Mono.error(failure));
    }

    /** What was made with this request, if it was made before. */
    Mono<Article> existing(String id, String request) {
        return Mono.from(documents.find(eq("_id", id)).projection(WITHOUT_OUTBOX))
                .map(document -> {
                    if (!request.equals(document.getString("request"))) {
                        throw new IdempotencyKeyReused();
                    }
                    return ArticleDocument.read(document);
                });
    }

    /**
     * Puts an article in place of what it was, and its events into its outbox.
     *
     * @return an error of {@link StaleRevision} when it is not any more what it was
     */
    Mono<Article> replace(Article before, Article after, List<OutgoingEvent> events) {
        Bson change = Updates.combine(new Document("$set", ArticleDocument.of(after)), Outbox.add(events));
        return Mono
                .from(documents.findOneAndUpdate(and(eq("_id", before.id()), eq("rev", before.rev())), change,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).projection(WITHOUT_OUTBOX)))
                .map(ArticleDocument::read).switchIfEmpty(Mono.error(StaleRevision::new))
                .doOnNext(_ -> signal.raise());
    }

    /** @return an error of OutboxFull when too much of this article waits for Kafka */
    Mono<Void> checkRoom(String id) {
        return Mono.from(documents.find(eq("_id", id)).projection(Projections.include(Outbox.bytesField())))
                .doOnNext(Outbox::checkRoom).then();
    }

    /** The ids of the live articles that name this one as related or to be read next. */
    Mono<List<String>> listing(String id) {
        return Flux
                .from(documents.find(
                        and(eq("state", "LIVE"), or(eq("live.readAlso", id), eq("related.items.article", id))))
                        .projection(Projections.include("_id")).limit(MOST_LISTING_PAGES))
                .map(document -> document.getString("_id")).collectList();
    }

    /** Those of the ids that there are no articles of. */
    Mono<List<String>> unknown(List<String> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Flux.from(documents.find(in("_id", ids))
                        .projection(Projections.include("_id"))).map(document -> document.getString("_id"))
                        .collectList().map(found -> ids.stream().filter(id -> !found.contains(id)).toList());
    }
}
