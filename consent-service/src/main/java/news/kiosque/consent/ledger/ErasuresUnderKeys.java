package news.kiosque.consent.ledger;

import java.util.Collection;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Under which wrapping keys something was erased: what is left of it on a disk can be opened as long as they exist. */
@Component
class ErasuresUnderKeys {
    private final MongoCollection<Document> documents;

    ErasuresUnderKeys(MongoDatabase database) {
        documents = database.getCollection("erasures_under_keys");
    }

    Mono<Void> note(String key) {
        return Mono.from(documents.updateOne(Filters.eq(key), Updates.set("erased", true),
                new UpdateOptions().upsert(true))).then();
    }

    Mono<Boolean> any(String key) {
        return Mono.from(documents.find(Filters.eq(key)).first()).hasElement();
    }

    Mono<Void> forget(Collection<String> keys) {
        return Mono.from(documents.deleteMany(Filters.in("_id", keys))).then();
    }
}
