package news.kiosque.articles.article;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.RelatedComputed;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * Keeps the newest list of related articles with its article. A list for an article that there is not is dropped: an
 * article is stored before anybody hears of it, so it was erased.
 */
@Component
public class KeepRelated {
    private static final int TRIES = 5;

    private final MongoCollection<Document> documents;
    private final OutboxSignal signal;
    private final InstantSource clock;

    KeepRelated(MongoDatabase database, OutboxSignal signal, InstantSource clock) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.signal = signal;
        this.clock = clock;
    }

    /** Ignores a list that is not newer than the one it has; tells of the page only when it shows another list now. */
    public Mono<Void> keep(RelatedComputed computed) {
        return Mono.defer(() -> attempt(computed))
                .retryWhen(Retry.max(TRIES).filter(Overtaken.class::isInstance)).then();
    }

    private Mono<Document> attempt(RelatedComputed computed) {
        return Mono.from(documents.find(eq("_id", computed.articleId())).projection(Projections.include("state",
                "related"))).flatMap(document -> {
                    Document stored = document.get("related", Document.class);
                    Related old = stored == null ? Related.NONE : RelatedDocument.read(stored);
                    return computed.order().isAbove(old.order())
                            ? replace(stored, old, computed, "LIVE".equals(document.getString("state")))
                            : Mono.empty();
                });
    }

    private Mono<Document> replace(@Nullable Document stored, Related old,
            RelatedComputed computed, boolean live) {
        Related related = new Related(computed.order(), computed.algorithm(), computed.items(), computed.computedAt());
        boolean shows = live && !related.articles().equals(old.articles());
        var isAsRead = stored == null
                ? eq("related", null)
                : and(eq("related.order.epoch", old.order().epoch()), eq("related.order.number", old.order().number()));
        return Mono
                .from(documents.updateOne(and(eq("_id", computed.articleId()), isAsRead),
                        Updates.combine(Updates.set("related", RelatedDocument.of(related)),
                                Outbox.add(shows ? List.of(pages(computed.articleId())) : List.of()))))
                .flatMap(result -> {
                    if (result.getMatchedCount() == 0) {
                        return Mono.error(new Overtaken());
                    }
                    signal.raise();
                    return Mono.empty();
                });
    }

    private OutgoingEvent pages(String id) {
        Instant now = clock.instant();
        String key = PageKeys.article(id);
        return OutgoingEvent.of(new PagesChanged(key, List.of(key), PagesChanged.Purge.soft, now), now);
    }

    /** Another instance has stored a list in between. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
