package news.kiosque.consent.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.outbox.OutboxDocuments;
import news.kiosque.consent.outbox.Waiting;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.proof.LedgerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The records as they lie in the store. A record is inserted once, together with its event; what is taken off later is
 * only that it waits for Kafka ({@code pending}) and for a seal ({@code unsealed}).
 */
@Component
class ConsentRecords {
    private static final String PENDING = "pending";
    private static final String UNSEALED = "unsealed";
    private static final String EVENT = "event";
    private static final String EVENT_BY = EVENT + "." + Subjects.BY;

    private final MongoCollection<Document> documents;
    private final SealedEvents events;

    ConsentRecords(MongoDatabase database, SealedEvents events) {
        documents = database.getCollection("consent_records");
        this.events = events;
    }

    Mono<Void> prepare() {
        return Flux
                .concat(documents.createIndex(Indexes.ascending("subject", "sequence"),
                        new IndexOptions().unique(true)),
                        documents.createIndex(Indexes.ascending(PENDING, "at"), marked(PENDING)),
                        documents.createIndex(Indexes.ascending(UNSEALED, "at"), marked(UNSEALED)),
                        documents.createIndex(Indexes.ascending(EVENT_BY), new IndexOptions().sparse(true)))
                .then();
    }

    /** Fails with a duplicate key when the id or the place in the chain is taken. */
    Mono<Void> insert(LedgerRecord record, OutgoingEvent event) {
        Document document = new Document("_id", record.id()).append("subject", record.subject())
                .append("sequence", record.sequence()).append("type", record.type().name())
                .append("noticeVersion", record.noticeVersion()).append("noticeHash", record.noticeHash())
                .append("at", Date.from(record.at())).append("expiresAt", Date.from(record.expiresAt()))
                .append("sealed", record.sealed()).append("commitment", record.commitment())
                .append("previous", record.previous()).append("hash", record.hash()).append(PENDING, true)
                .append(UNSEALED, true).append(EVENT, events.closed(record.id(), event));
        return Mono.from(documents.insertOne(document)).then();
    }

    Mono<LedgerRecord> find(String id) {
        return Mono.from(documents.find(Filters.eq(id)).first()).map(ConsentRecords::read);
    }

    Mono<LedgerRecord> last(String subject) {
        return Mono.from(documents.find(Filters.eq("subject", subject)).sort(Sorts.descending("sequence")).first())
                .map(ConsentRecords::read);
    }

    Flux<LedgerRecord> chain(String subject) {
        return Flux.from(documents.find(Filters.eq("subject", subject)).sort(Sorts.ascending("sequence")))
                .map(ConsentRecords::read);
    }

    /** The ids of everything that is there. */
    Flux<String> ids() {
        return Flux.from(documents.find().projection(Projections.include("_id")).batchSize(10_000)
                .timeoutMode(TimeoutMode.ITERATION)).map(document -> document.getString("_id"));
    }

    /** Those that are there, in no order, with what they say of themselves. */
    Flux<Marked> findMarked(Collection<String> ids) {
        return Flux.from(documents.find(Filters.in("_id", ids)).batchSize(1_000))
                .map(document -> new Marked(read(document), !document.getBoolean(UNSEALED, false)));
    }

    /** Those that are there, in no order. */
    Flux<LedgerRecord> find(Collection<String> ids) {
        return Flux.from(documents.find(Filters.in("_id", ids)).batchSize(1_000)).map(ConsentRecords::read);
    }

    /** The oldest first. */
    Flux<LedgerRecord> unsealed(int limit) {
        return Flux.from(documents.find(Filters.eq(UNSEALED, true)).sort(Sorts.ascending("at", "sequence"))
                .limit(limit)).map(ConsentRecords::read);
    }

    Mono<Void> markSealed(Collection<String> ids) {
        return update(ids, Updates.unset(UNSEALED));
    }

    /** The oldest first; within a subject always in sequence, because its times never go back. */
    Flux<Waiting> pending(int limit) {
        return Flux.from(documents.find(Filters.eq(PENDING, true)).sort(Sorts.ascending("at", "sequence"))
                .limit(limit)).map(
                        document -> new Waiting(document.getString("_id"),
                                events.opened(document.getString("_id"), document.get(EVENT, Document.class))));
    }

    /** Puts under the current key the events that are under these and wait, or were put aside. */
    Mono<Void> rewrap(List<String> old) {
        return Flux.from(documents.find(Filters.in(EVENT_BY, old)).batchSize(500).timeoutMode(TimeoutMode.ITERATION))
                .concatMap(document -> {
                    String id = document.getString("_id");
                    OutgoingEvent event = events.opened(id, document.get(EVENT, Document.class));
                    // It may have gone out meanwhile.
                    return documents.updateOne(Filters.and(Filters.eq(id), Filters.exists(EVENT)),
                            Updates.set(EVENT, events.closed(id, event)));
                }).then();
    }

    Mono<Boolean> anyUnder(List<String> old) {
        return Mono.from(documents.find(Filters.in(EVENT_BY, old)).first()).hasElement();
    }

    Mono<Void> markPublished(List<String> ids) {
        return update(ids, Updates.combine(Updates.unset(PENDING), Updates.unset(EVENT)));
    }

    Mono<Void> park(String id, String reason) {
        return update(List.of(id), OutboxDocuments.parked(reason));
    }

    private Mono<Void> update(Collection<String> ids, Bson change) {
        return Mono.from(documents.updateMany(Filters.in("_id", ids), change)).then();
    }

    private static IndexOptions marked(String mark) {
        return new IndexOptions().partialFilterExpression(Filters.eq(mark, true));
    }

    private static LedgerRecord read(Document stored) {
        return Unreadable.read("Record", stored, ConsentRecords::record);
    }

    private static LedgerRecord record(Document document) {
        return new LedgerRecord(document.getString("_id"), document.getString("subject"),
                document.get("sequence", Number.class).longValue(),
                LedgerRecord.Type.valueOf(document.getString("type")), document.getString("noticeVersion"),
                document.getString("noticeHash"), instant(document, "at"), instant(document, "expiresAt"),
                document.getString("sealed"), document.getString("commitment"), document.getString("previous"),
                document.getString("hash"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    /** A record and whether it says that it is under a seal. */
    record Marked(LedgerRecord record, boolean isSealed) {}
}
