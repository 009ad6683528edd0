package news.kiosque.consent.notice;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.notice.NoticeFragments.Fragment;
import news.kiosque.consent.outbox.Outbox;
import news.kiosque.consent.outbox.OutboxDocuments;
import news.kiosque.consent.outbox.Waiting;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.restore.Epoch;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Every text that was ever asked ({@code notice_versions}, never changed) and what is shown now, one document a language
 * and mode with the event that tells of it ({@code notices}).
 */
@Component
class NoticeStore implements Outbox {
    private static final String PENDING = "pending";
    private static final int TRIES = 10;

    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> versions;
    private final Epoch epoch;

    NoticeStore(MongoDatabase database, Epoch epoch) {
        this.epoch = epoch;
        shown = database.getCollection("notices");
        versions = database.getCollection("notice_versions");
    }

    Mono<Void> prepare() {
        return Mono.from(versions.createIndex(Indexes.ascending("version"))).then();
    }

    /** The event of what is shown from now on; the one of before when nothing has changed since the last restore. */
    Mono<NoticePublished> publish(Fragment fragment, List<String> places, Instant now) {
        return keep(fragment, now).then(epoch.number())
                .flatMap(current -> show(fragment, places, current, now));
    }

    Mono<StoredText> version(String textHash) {
        return Mono.from(versions.find(Filters.eq(textHash)).first()).map(NoticeStore::text);
    }

    Flux<StoredText> versions(String version) {
        return Flux.from(versions.find(Filters.eq("version", version)).sort(Sorts.ascending("at", "_id")))
                .map(NoticeStore::text);
    }

    @Override
    public Flux<Waiting> waiting(int limit) {
        return Flux.from(shown.find(Filters.eq(PENDING, true)).limit(limit)).map(document -> new Waiting(
                document.getString("_id"), OutboxDocuments.read(document.get("event", Document.class))));
    }

    /** What was changed meanwhile keeps waiting: its event has another id. */
    @Override
    public Mono<Void> published(List<Waiting> sent) {
        return Flux.fromIterable(sent)
                .concatMap(waiting -> shown.updateOne(
                        Filters.and(Filters.eq(waiting.document()), Filters.eq("event.id", waiting.event().id())),
                        Updates.unset(PENDING)))
                .then();
    }

    @Override
    public Mono<Void> park(Waiting waiting, String reason) {
        return Mono.from(shown.updateOne(Filters.eq(waiting.document()), OutboxDocuments.parked(reason))).then();
    }

    private Mono<Void> keep(Fragment fragment, Instant now) {
        return Mono.from(versions.insertOne(new Document("_id", fragment.textHash())
                .append("version", fragment.version()).append("language", fragment.language())
                .append("mode", fragment.mode().id()).append("text", fragment.text()).append("html", fragment.html())
                .append("at", Date.from(now)))).then()
                .onErrorResume(NoticeStore::isDuplicate, kept -> Mono.empty());
    }

    private Mono<NoticePublished> show(Fragment fragment, List<String> places, long current, Instant now) {
        String key = fragment.language() + "." + fragment.mode().id();
        return Mono.defer(() -> Mono.from(shown.find(Filters.eq(key)).first())
                .flatMap(before -> order(before).epoch() == current && isSame(before, fragment, places)
                        ? Mono.just(event(before))
                        : replace(before, fragment, places, current, now))
                .switchIfEmpty(Mono.defer(() -> insert(fragment, places, current, now))))
                .retryWhen(Retry.max(TRIES).filter(
                        failure -> failure instanceof ShownMeanwhile || isDuplicate(failure)));
    }

    private Mono<NoticePublished> insert(Fragment fragment, List<String> places, long current, Instant now) {
        NoticePublished event = event(fragment, Order.NONE.nextIn(current), places, now);
        return Mono.from(shown.insertOne(document(event))).thenReturn(event);
    }

    private Mono<NoticePublished> replace(Document before, Fragment fragment, List<String> places, long current,
            Instant now) {
        Order order = order(before);
        NoticePublished event = event(fragment, order.nextIn(current), places, now);
        return Mono.from(shown.replaceOne(Filters.and(Filters.eq(event.key()), Filters.eq("number", order.number()),
                Filters.eq("epoch", order.epoch())), document(event)))
                .flatMap(
                        result -> result.getModifiedCount() == 1 ? Mono.just(event) : Mono.error(new ShownMeanwhile()));
    }

    private static boolean isSame(Document before, Fragment fragment, List<String> places) {
        return fragment.html().equals(before.getString("html"))
                && fragment.textHash().equals(before.getString("textHash"))
                && fragment.version().equals(before.getString("version")) && places.equals(places(before));
    }

    private static NoticePublished event(Fragment fragment, Order order, List<String> places, Instant now) {
        return new NoticePublished(order, fragment.language(), fragment.mode().id(), fragment.version(),
                fragment.html(), fragment.textHash(), fragment.scriptHash(), now, places);
    }

    private static NoticePublished event(Document shown) {
        return new NoticePublished(order(shown), shown.getString("language"), shown.getString("mode"),
                shown.getString("version"), shown.getString("html"), shown.getString("textHash"),
                shown.get("scriptHash", ""), shown.getDate("at").toInstant(), places(shown));
    }

    private static List<String> places(Document shown) {
        return shown.getList("places", String.class, List.of());
    }

    private static Document document(NoticePublished event) {
        return new Document("_id", event.key()).append("epoch", event.order().epoch())
                .append("number", event.order().number()).append("language", event.language())
                .append("mode", event.mode()).append("version", event.version()).append("html", event.html())
                .append("textHash", event.textHash()).append("scriptHash", event.scriptHash())
                .append("at", Date.from(event.publishedAt()))
                .append("places", event.places())
                .append(PENDING, true)
                .append("event", OutboxDocuments.write(OutgoingEvent.of(event, event.publishedAt())));
    }

    private static Order order(Document shown) {
        return new Order(shown.get("epoch", Number.class).longValue(), shown.get("number", Number.class).longValue());
    }

    private static StoredText text(Document document) {
        return new StoredText(document.getString("_id"), document.getString("version"),
                document.getString("language"), document.getString("mode"), document.getString("text"),
                document.getString("html"), document.getDate("at").toInstant());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && ErrorCategory.fromErrorCode(write.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Another instance has published in between. */
    private static final class ShownMeanwhile extends RuntimeException {
        ShownMeanwhile() {
            super("Another instance has published a notice meanwhile", null, false, false);
        }
    }
}
