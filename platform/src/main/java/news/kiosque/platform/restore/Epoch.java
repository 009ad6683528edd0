package news.kiosque.platform.restore;

import java.time.Duration;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * The epoch that all a service tells of its database is in: 0 until the database is restored from a backup. A restore
 * happens only while the service is stopped.
 */
public final class Epoch {
    private static final String COLLECTION = "epoch";
    private static final String ID = "epoch";
    private static final String ANNOUNCED = "announced";
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final MongoCollection<Document> documents;
    private final Mono<Long> number;

    public Epoch(MongoDatabase database) {
        documents = database.getCollection(COLLECTION);
        number = Mono.from(documents.find(eq(ID)).first())
                .map(document -> document.get("number", Number.class).longValue()).defaultIfEmpty(0L)
                .cache(known -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    public Mono<Long> number() {
        return number;
    }

    /** The key up to which everything has been announced anew since the restore; nothing when that is done. */
    public Mono<String> announced() {
        return Flux.from(documents.find(eq(ID)).limit(1)).next().mapNotNull(document -> document.getString(ANNOUNCED));
    }

    /** Notes how far the announcement has come; nothing happens when another instance was quicker. */
    public Mono<Void> announced(String before, String now) {
        return Mono.from(documents.updateOne(and(eq(ID), eq(ANNOUNCED, before)), set(ANNOUNCED, now))).then();
    }

    /** Notes that all is announced. */
    public Mono<Void> allAnnounced() {
        return Mono.from(documents.updateOne(eq(ID), unset(ANNOUNCED))).then();
    }
}
