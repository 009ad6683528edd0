package news.kiosque.consent.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import news.kiosque.consent.life.Background;
import news.kiosque.consent.outbox.OutboxGrew;
import news.kiosque.proof.LedgerRecord;
import news.kiosque.proof.PublishedRoot;
import news.kiosque.proof.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts new records under a seal each second and publishes its root. Several instances may do so side by side. */
@Component
class Sealer extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int RECORDS_IN_A_SEAL = 5_000;
    private static final int ROOTS_AT_ONCE = 1_000;

    private final ConsentRecords records;
    private final Seals seals;
    private final RootsFile roots;
    private final SigningKey key;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Duration every;
    private volatile boolean prepared;
    private volatile boolean failing;

    Sealer(ConsentRecords records, Seals seals, RootsFile roots, LedgerKeys keys, InstantSource clock,
            ApplicationEventPublisher events, @Value("${kiosque.ledger.seal-every}") Duration every) {
        this.records = records;
        this.seals = seals;
        this.roots = roots;
        this.key = keys.signing();
        this.clock = clock;
        this.events = events;
        this.every = every;
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(every).onBackpressureDrop().concatMap(tick -> round(), 1).subscribe();
    }

    /** Seals all that is open now and publishes what is not yet published. */
    Mono<Void> round() {
        return prepare().then(seal().repeat().takeWhile(again -> again).then()).then(publish())
                .doOnSuccess(done -> failing = false)
                .onErrorResume(failure -> {
                    if (!failing) {
                        LOG.warn("New records wait for their seal: {}", failure.toString());
                    }
                    failing = true;
                    return Mono.empty();
                });
    }

    private Mono<Void> prepare() {
        return prepared
                ? Mono.empty()
                : seals.prepare().then(records.prepare()).doOnSuccess(done -> prepared = true);
    }

    /** True while there may be more. */
    private Mono<Boolean> seal() {
        return records.unsealed(1).next()
                .flatMap(any -> seals.last().map(Optional::of).defaultIfEmpty(Optional.empty()))
                // A crash may have come between the last seal and the marks on its records.
                .flatMap(last -> last.map(seal -> records.markSealed(seal.records())).orElse(Mono.empty())
                        .then(records.unsealed(RECORDS_IN_A_SEAL).collectList())
                        .flatMap(open -> open.isEmpty() ? Mono.just(false) : seal(last, open)))
                .defaultIfEmpty(false);
    }

    /** The number is unique: of two instances that seal the same records only one succeeds. */
    private Mono<Boolean> seal(Optional<StoredSeal> last, List<LedgerRecord> open) {
        Seal unsigned = Seal.over(last.map(StoredSeal::seal).orElse(null), open, key.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        StoredSeal seal = new StoredSeal(unsigned.signed(key.sign(unsigned.statement())),
                open.stream().map(LedgerRecord::id).toList());
        return seals.insert(seal).flatMap(mine -> mine
                ? records.markSealed(seal.records()).doOnSuccess(done -> events.publishEvent(new OutboxGrew()))
                        .thenReturn(open.size() == RECORDS_IN_A_SEAL)
                : Mono.just(true));
    }

    private Mono<Void> publish() {
        return roots.last().map(last -> last.map(PublishedRoot::number).orElse(0L))
                .flatMap(last -> seals.after(last).map(stored -> stored.seal().published()).buffer(ROOTS_AT_ONCE)
                        .concatMap(roots::append).then());
    }
}
