package news.kiosque.articles.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * Which of several relays works. Its owner counts a number up; whoever has seen the number stand still for the term, by
 * a clock that no one can set, takes it over. It only saves work: what keeps an old owner from doing harm is Kafka's
 * fencing. Used by one relay, a call at a time.
 */
final class OutboxLease {
    static final Duration TERM = Duration.ofSeconds(3);
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final String ID = "outbox";

    private final MongoCollection<Document> leases;
    private final String owner;
    private final LongSupplier nanos;
    private boolean held;
    private long count = -1;
    private long since;

    /** @param nanos a monotonic clock, such as {@link System#nanoTime} */
    OutboxLease(MongoCollection<Document> leases, String owner, LongSupplier nanos) {
        this.leases = leases;
        this.owner = owner;
        this.nanos = nanos;
    }

    /** Whether this relay should work now; renews the lease, or takes it over, when that is due. */
    Mono<Boolean> isHeld() {
        return Mono.defer(() -> {
            if (!held) {
                return watch();
            }
            return hasPassed(RENEWAL) ? renew() : Mono.just(true);
        });
    }

    /** Leaves the work to whoever has it, and takes it again only after a whole term without a sign of life. */
    void giveUp() {
        held = false;
        note(-1);
    }

    /** Lets another relay begin at once. */
    Mono<Void> release() {
        return Mono.defer(() -> held
                ? Mono.from(leases.updateOne(and(eq("_id", ID), eq("owner", owner), eq("count", count)),
                        Updates.set("released", true))).doOnNext(_ -> giveUp()).then()
                : Mono.empty());
    }

    private Mono<Boolean> renew() {
        return count(and(eq("_id", ID), eq("owner", owner), eq("count", count)));
    }

    private Mono<Boolean> watch() {
        return Mono.from(leases.find(eq("_id", ID))).flatMap(lease -> {
            long seen = lease.getLong("count");
            boolean free = lease.getBoolean("released", false);
            if (!free && seen != count) {
                note(seen);
                return Mono.just(false);
            }
            note(seen, since);
            return free || hasPassed(TERM) ? count(and(eq("_id", ID), eq("count", seen))) : Mono.just(false);
        }).switchIfEmpty(Mono.defer(this::first));
    }

    private Mono<Boolean> count(Bson filter) {
        long next = count + 1;
        return Mono
                .from(leases.updateOne(filter,
                        Updates.combine(Updates.set("owner", owner), Updates.set("count", next),
                                Updates.set("released", false))))
                .map(result -> settle(result.getMatchedCount() == 1, next));
    }

    private Mono<Boolean> first() {
        return Mono.from(leases.insertOne(
                new Document("_id", ID).append("owner", owner).append("count", 1L).append("released", false)))
                .map(_ -> settle(true, 1))
                .onErrorResume(MongoWriteException.class,
                        failure -> failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? Mono.just(false)
                                : Mono.error(failure));
    }

    private boolean settle(boolean mine, long next) {
        held = mine;
        note(mine ? next : -1);
        return mine;
    }

    private void note(long seen) {
        note(seen, nanos.getAsLong());
    }

    private void note(long seen, long at) {
        count = seen;
        since = at;
    }

    private boolean hasPassed(Duration time) {
        return nanos.getAsLong() - since >= time.toNanos();
    }
}
