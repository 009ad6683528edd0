package news.kiosque.consent.tally;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.ledger.Choice;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts choices in {@code choice_counts}. They are added up for some seconds before they are stored, so that counting
 * costs a choice nothing; what a crash takes is missing here and in the ledger is not.
 */
@Component
public class Tally implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MongoCollection<Document> counts;
    private final InstantSource clock;
    private final ZoneId zone;
    private Map<Counted, Long> waiting = new HashMap<>();
    private Disposable work = Disposables.disposed();

    private record Counted(LocalDate day, String language, String mode, String what) {
        String id() {
            return day + " " + language + " " + mode + " " + what;
        }
    }

    Tally(MongoDatabase database, InstantSource clock, @Value("${kiosque.zone}") ZoneId zone) {
        this.counts = database.getCollection("choice_counts");
        this.clock = clock;
        this.zone = zone;
    }

    public synchronized void add(Choice choice) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        List<String> all = new ArrayList<>(choice.purposes());
        all.add(choice.kind().name().toLowerCase(Locale.ROOT));
        all.forEach(what -> waiting.merge(new Counted(day, choice.language(), choice.mode(), what), 1L, Long::sum));
    }

    /** What was counted since a day, in no order. */
    public Flux<DayCount> since(LocalDate first) {
        return Flux.from(counts.find(Filters.gte("day", first.toString()))).map(document -> new DayCount(
                LocalDate.parse(document.getString("day")), document.getString("language"),
                document.getString("mode"), document.getString("what"),
                document.get("times", Number.class).longValue()));
    }

    /** Completes once everything that was added before is stored; what cannot be waits for the next time. */
    Mono<Void> store() {
        return Flux.fromIterable(take().entrySet()).concatMap(entry -> store(entry.getKey(), entry.getValue())
                .onErrorResume(failure -> {
                    LOG.debug("A count waits: {}", failure.toString());
                    putBack(entry.getKey(), entry.getValue());
                    return Mono.empty();
                })).then();
    }

    private Mono<Void> store(Counted counted, long times) {
        return Mono.from(counts.updateOne(Filters.eq(counted.id()), Updates.combine(Updates.inc("times", times),
                Updates.setOnInsert("day", counted.day().toString()),
                Updates.setOnInsert("language", counted.language()), Updates.setOnInsert("mode", counted.mode()),
                Updates.setOnInsert("what", counted.what())), new UpdateOptions().upsert(true))).then();
    }

    private synchronized Map<Counted, Long> take() {
        Map<Counted, Long> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Counted counted, long times) {
        waiting.merge(counted, times, Long::sum);
    }

    @Override
    public void start() {
        work = Flux.interval(EVERY).onBackpressureDrop().concatMap(tick -> store(), 1).subscribe();
    }

    @Override
    public void stop(Runnable stopped) {
        work.dispose();
        store().timeout(PATIENCE).onErrorComplete().subscribe(none -> {}, failure -> {}, stopped);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
