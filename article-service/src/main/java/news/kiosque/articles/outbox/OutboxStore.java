package news.kiosque.articles.outbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;

/** What waits in the documents of all collections that have an outbox. */
@Component
class OutboxStore {
    static final int BATCH_DOCUMENTS = 64;
    private static final int EVENTS_OF_A_DOCUMENT = 4;
    private static final long BATCH_BYTES = 4_000_000;

    private final MongoDatabase database;
    private final List<OutboxCollection> collections;
    private final InstantSource clock;

    OutboxStore(MongoDatabase database, List<OutboxCollection> collections, InstantSource clock) {
        this.database = database;
        this.collections = collections;
        this.clock = clock;
    }

    /** Some of what waits: as much as one transaction should hold; what is in no hurry only in what room is left. */
    Mono<List<WaitingEvents>> first() {
        return Flux.defer(() -> {
            AtomicLong bytes = new AtomicLong();
            return Flux.just(Outbox.PENDING, Outbox.BACKFILL)
                    .concatMap(flag -> Flux.fromIterable(collections).concatMap(one -> waiting(one, flag)))
                    .distinct(waiting -> waiting.collection() + "/" + waiting.document())
                    .takeUntil(waiting -> bytes.addAndGet(waiting.bytes()) > BATCH_BYTES).take(BATCH_DOCUMENTS);
        }).collectList();
    }

    /** Forgets events that Kafka has acknowledged. */
    Mono<Void> remove(List<WaitingEvents> sent) {
        return Flux.fromIterable(sent).groupBy(WaitingEvents::collection)
                .concatMap(group -> group.collectList().flatMap(all -> remove(group.key(), all))).then();
    }

    /** Puts events aside that Kafka will never take, with the reason, so that they hold up nothing. */
    Mono<Void> park(List<WaitingEvents> batch, Map<String, String> reasonById) {
        return Flux.fromIterable(batch).concatMap(waiting -> park(waiting, reasonById)).then();
    }

    private Flux<WaitingEvents> waiting(OutboxCollection collection, String flag) {
        return Flux
                .from(database.getCollection(collection.name()).find(eq(flag, true))
                        .projection(Projections.fields(Projections.include("_id"),
                                Projections.slice(Outbox.FIELD, EVENTS_OF_A_DOCUMENT)))
                        .batchSize(8).limit(BATCH_DOCUMENTS))
                .map(document -> new WaitingEvents(collection.name(), document.getString("_id"), document
                        .getList(Outbox.FIELD, Document.class, List.of()).stream().map(Outbox::event).toList()));
    }

    private Mono<Void> remove(String collection, List<WaitingEvents> sent) {
        List<WriteModel<Document>> writes = sent.stream()
                .flatMap(waiting -> removal(waiting.document(), waiting.ids())).toList();
        return Mono.from(database.getCollection(collection).bulkWrite(writes)).then();
    }

    /** An event that is added between the two writes keeps the flag, since the array is not empty then. */
    private static Stream<WriteModel<Document>> removal(String document, List<String> ids) {
        return Stream.of(
                new UpdateOneModel<>(eq("_id", document),
                        Updates.pull(Outbox.FIELD, new Document("id", new Document("$in", ids)))),
                new UpdateOneModel<>(and(eq("_id", document), size(Outbox.FIELD, 0)),
                        Updates.combine(Updates.unset(Outbox.PENDING), Updates.unset(Outbox.BACKFILL))));
    }

    private Mono<Void> park(WaitingEvents waiting, Map<String, String> reasonById) {
        List<OutgoingEvent> hopeless = waiting.events().stream().filter(event -> reasonById.containsKey(event.id()))
                .toList();
        if (hopeless.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(hopeless)
                .concatMap(event -> database.getCollection("outbox-parked").replaceOne(eq("_id", event.id()),
                        Outbox.document(event).append("document", waiting.document())
                                .append("reason", reasonById.get(event.id())).append("parkedAt", clock.instant()),
                        new ReplaceOptions().upsert(true)))
                .then(remove(waiting.collection(),
                        List.of(new WaitingEvents(waiting.collection(), waiting.document(), hopeless))));
    }
}
