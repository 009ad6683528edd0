package news.kiosque.consent.ledger;

import java.util.Date;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The seals as they lie in the store; only ever added to. */
@Component
class Seals {
    private final MongoCollection<Document> documents;

    Seals(MongoDatabase database) {
        documents = database.getCollection("seals");
    }

    Mono<Void> prepare() {
        return Mono.from(documents.createIndex(Indexes.ascending("records"))).then();
    }

    /** False when another instance has used the number first. */
    Mono<Boolean> insert(Seal seal) {
        return Mono.from(documents.insertOne(new Document("_id", seal.number()).append("records", seal.records())
                .append("total", seal.total()).append("root", seal.root()).append("previous", seal.previous())
                .append("at", Date.from(seal.at())).append("keyId", seal.keyId())
                .append("signature", seal.signature()))).thenReturn(true)
                .onErrorResume(MongoWriteException.class,
                        failure -> Subjects.isDuplicate(failure) ? Mono.just(false) : Mono.error(failure));
    }

    Mono<Seal> last() {
        return Mono.from(documents.find().sort(Sorts.descending("_id")).first()).map(Seals::read);
    }

    /** Those with higher numbers, in order. */
    Flux<Seal> after(long number) {
        return Flux.from(documents.find(Filters.gt("_id", number)).sort(Sorts.ascending("_id")).batchSize(50))
                .map(Seals::read);
    }

    /** The seal that a record is under, once it is. */
    Mono<Seal> over(String record) {
        return Mono.from(documents.find(Filters.eq("records", record)).first()).map(Seals::read);
    }

    private static Seal read(Document document) {
        return new Seal(document.get("_id", Number.class).longValue(), document.getList("records", String.class),
                document.get("total", Number.class).longValue(), document.getString("root"),
                document.getString("previous"), document.getDate("at").toInstant(), document.getString("keyId"),
                document.getString("signature"));
    }
}
