package news.kiosque.articles.article;

import java.time.Duration;
import java.util.List;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

/** Notes of live articles that were stored when nobody asked for their month in which they were published: sitemaps do. */
@Component
class NoteMonths implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoteMonths.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    /** What the store does within its timeout also when it is slow. */
    private static final int PAGE = 25;
    private static final Bson LACKING = and(eq(ArticlesByMonth.FIELD, null), ne("publishedAt", null));

    private final MongoCollection<Document> documents;
    private final Disposable.Swap work = Disposables.swap();
    private volatile boolean running;

    NoteMonths(MongoDatabase database) {
        this.documents = database.getCollection(Articles.COLLECTION);
    }

    /** Ends when no live article lacks its month. */
    Mono<Void> note() {
        return Flux.fromArray(Edition.values()).concatMap(edition -> page(edition).repeat()
                .takeUntil(noted -> noted < PAGE)).then();
    }

    /** Answers how many there were. */
    private Mono<Integer> page(Edition edition) {
        return Flux.from(documents.find(and(ArticlesByMonth.live(edition), LACKING))
                .projection(Projections.include("publishedAt")).limit(PAGE)).map(NoteMonths::noted).collectList()
                .flatMap(this::write);
    }

    private static WriteModel<Document> noted(Document article) {
        return new UpdateOneModel<>(and(eq("_id", article.get("_id")), eq(ArticlesByMonth.FIELD, null)),
                Updates.set(ArticlesByMonth.FIELD,
                        ArticlesByMonth.of(article.getDate("publishedAt").toInstant())));
    }

    private Mono<Integer> write(List<WriteModel<Document>> page) {
        return page.isEmpty() ? Mono.just(0) : Mono.from(documents.bulkWrite(page)).thenReturn(page.size());
    }

    @Override
    public void start() {
        running = true;
        work.update(note().doOnError(
                failure -> LOG.warn("The months of articles cannot be noted yet: {}", failure.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES)).subscribe());
    }

    @Override
    public void stop() {
        running = false;
        work.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
