package news.kiosque.consent.ledger;

import java.util.Date;
import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.outbox.Outbox;
import news.kiosque.consent.outbox.OutboxDocuments;
import news.kiosque.consent.outbox.Waiting;
import news.kiosque.events.LedgerSealed;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.proof.Seal;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The seals as they lie in the store, each with the event that tells of it; only ever added to. */
@Component
class Seals implements Outbox {
    private static final String PENDING = "pending";
    private static final String EVENT = "event";

    private final MongoCollection<Document> documents;

    Seals(MongoDatabase database) {
        documents = database.getCollection("seals");
    }

    Mono<Void> prepare() {
        return Flux
                .concat(documents.createIndex(Indexes.ascending("records")),
                        documents.createIndex(Indexes.ascending(PENDING),
                                new IndexOptions().partialFilterExpression(Filters.eq(PENDING, true))))
                .then();
    }

    /** False when another instance has used the number first. */
    Mono<Boolean> insert(StoredSeal stored) {
        Seal seal = stored.seal();
        OutgoingEvent event = OutgoingEvent.of(new LedgerSealed(seal.number(), seal.total(), seal.hash(), seal.at(),
                seal.keyId(), seal.signature()), seal.at());
        return Mono.from(documents.insertOne(new Document("_id", seal.number()).append("records", stored.records())
                .append("count", seal.count()).append("total", seal.total()).append("root", seal.root())
                .append("previous", seal.previous()).append("at", Date.from(seal.at())).append("keyId", seal.keyId())
                .append("signature", seal.signature()).append(PENDING, true)
                .append(EVENT, OutboxDocuments.write(event)))).thenReturn(true)
                .onErrorResume(MongoWriteException.class,
                        failure -> Subjects.isDuplicate(failure) ? Mono.just(false) : Mono.error(failure));
    }

    Mono<StoredSeal> last() {
        return Mono.from(documents.find().sort(Sorts.descending("_id")).first()).map(Seals::read);
    }

    /** Those with higher numbers, in order. */
    Flux<StoredSeal> after(long number) {
        return Flux.from(documents.find(Filters.gt("_id", number)).sort(Sorts.ascending("_id")).batchSize(50)
                .timeoutMode(TimeoutMode.ITERATION)).map(Seals::read);
    }

    /** The seal that a record is under, once it is. */
    Mono<StoredSeal> over(String record) {
        return Mono.from(documents.find(Filters.eq("records", record)).first()).map(Seals::read);
    }

    @Override
    public Flux<Waiting> waiting(int limit) {
        return Flux.from(documents.find(Filters.eq(PENDING, true)).sort(Sorts.ascending("_id")).limit(limit))
                .map(document -> new Waiting(Long.toString(document.get("_id", Number.class).longValue()),
                        OutboxDocuments.read(document.get(EVENT, Document.class))));
    }

    @Override
    public Mono<Void> published(List<Waiting> sent) {
        return Mono.from(documents.updateMany(
                Filters.in("_id", sent.stream().map(Waiting::document).map(Long::valueOf).toList()),
                Updates.combine(Updates.unset(PENDING), Updates.unset(EVENT)))).then();
    }

    @Override
    public Mono<Void> park(Waiting waiting, String reason) {
        return Mono.from(documents.updateOne(Filters.eq(Long.valueOf(waiting.document())),
                OutboxDocuments.parked(reason))).then();
    }

    private static StoredSeal read(Document stored) {
        return Unreadable.read("Seal", stored, Seals::seal);
    }

    private static StoredSeal seal(Document document) {
        List<String> records = document.getList("records", String.class);
        return new StoredSeal(new Seal(document.get("_id", Number.class).longValue(),
                document.get("count", Number.class).intValue(), document.get("total", Number.class).longValue(),
                document.getString("root"), document.getString("previous"), document.getDate("at").toInstant(),
                document.getString("keyId"), document.getString("signature")), records);
    }
}
