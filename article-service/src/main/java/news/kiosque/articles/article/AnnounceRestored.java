package news.kiosque.articles.article;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.section.Sections;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.PagesChanged.Purge;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.restore.Epoch;
import org.bson.Document;
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
import static com.mongodb.client.model.Filters.gt;

/**
 * Tells everybody anew of every article that was ever public, once after a restore from backup: in the order that the
 * restore gave it, in no hurry, page by page, so that it goes on where it was broken off (docs/adr/0014).
 */
@Component
class AnnounceRestored implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceRestored.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    /** What the store does within its timeout also when it is slow. */
    private static final int PAGE = 25;

    private final MongoCollection<Document> documents;
    private final Epoch epoch;
    private final PublicState publicState;
    private final Sections sections;
    private final OutboxSignal signal;
    private final InstantSource clock;
    private final Disposable.Swap work = Disposables.swap();
    private volatile boolean running;

    AnnounceRestored(MongoDatabase database, Epoch epoch, PublicState publicState, Sections sections,
            OutboxSignal signal, InstantSource clock) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.epoch = epoch;
        this.publicState = publicState;
        this.sections = sections;
        this.signal = signal;
        this.clock = clock;
    }

    /** Ends when all is announced that has to be. */
    Mono<Void> announce() {
        return epoch.announced().flatMap(begun -> sections.refresh().thenReturn(begun))
                .expand(this::page).then();
    }

    /** The key of the last article of the page that follows; nothing when there is none. */
    private Mono<String> page(String before) {
        return Flux.from(documents.find(gt("_id", before)).projection(Projections.exclude(Outbox.FIELD))
                .sort(Sorts.ascending("_id")).limit(PAGE)).map(ArticleDocument::read).collectList()
                .flatMap(page -> page.isEmpty()
                        ? epoch.allAnnounced().then(Mono.<String>fromRunnable(this::done))
                        : tell(page).then(epoch.announced(before, page.getLast().id())).then(epoch.announced()));
    }

    private Mono<Void> tell(List<Article> page) {
        List<WriteModel<Document>> writes = page.stream().filter(article -> article.order().number() > 0)
                .map(this::announcement).toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(writes)).doOnSuccess(_ -> signal.raise()).then();
    }

    /**
     * Whoever has changed what the public reads has told of it in a higher order; and a page that is told of again, because
     * its end was not noted, adds nothing to what still waits.
     */
    private WriteModel<Document> announcement(Article article) {
        List<OutgoingEvent> events = events(article);
        return new UpdateOneModel<>(
                and(eq("_id", article.id()), eq("order.epoch", article.order().epoch()),
                        eq("order.number", article.order().number()), Outbox.lacks(events.getFirst())),
                Outbox.addBackfill(events));
    }

    private List<OutgoingEvent> events(Article article) {
        Instant now = clock.instant();
        ArticleEvent event = article.isLive()
                ? new ArticlePublished(article.order(), publicState.of(article))
                : publicState.withdrawn(article);
        PagesChanged pages = new PagesChanged(PageKeys.article(article.id()),
                PageKeys.of(article, null, article.live(), List.of()), Purge.hard, now);
        return Stream.of(OutgoingEvent.of(event, now), OutgoingEvent.of(pages, now)).map(OutgoingEvent::asBackfill)
                .map(told -> told.named(UUID.nameUUIDFromBytes(
                        (article.order() + told.topic() + article.id()).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private void done() {
        LOG.info("All articles of the backup are announced");
    }

    @Override
    public void start() {
        running = true;
        work.update(announce()
                .doOnError(failure -> LOG.warn("The restored articles cannot be announced yet: {}",
                        failure.toString()))
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
