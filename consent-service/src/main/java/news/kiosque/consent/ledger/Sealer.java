package news.kiosque.consent.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts new records under a seal each second and publishes its root. Several instances may do so side by side. */
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int RECORDS_IN_A_SEAL = 5_000;

    private final ConsentRecords records;
    private final Seals seals;
    private final RootsFile roots;
    private final SigningKey key;
    private final InstantSource clock;
    private final Duration every;
    private final Disposable.Swap work = Disposables.swap();
    private volatile boolean running;
    private volatile boolean failing;

    Sealer(ConsentRecords records, Seals seals, RootsFile roots, LedgerKeys keys, InstantSource clock,
            @Value("${kiosque.ledger.seal-every}") Duration every) {
        this.records = records;
        this.seals = seals;
        this.roots = roots;
        this.key = keys.signing();
        this.clock = clock;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        work.update(Flux.interval(every).onBackpressureDrop().concatMap(tick -> round(), 1).subscribe());
    }

    @Override
    public void stop() {
        running = false;
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Seals all that is open now and publishes what is not yet published. */
    Mono<Void> round() {
        return seal().repeat().takeWhile(again -> again).then(publish()).doOnSuccess(done -> failing = false)
                .onErrorResume(failure -> {
                    if (!failing) {
                        LOG.warn("New records wait for their seal: {}", failure.toString());
                    }
                    failing = true;
                    return Mono.empty();
                });
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
    private Mono<Boolean> seal(Optional<Seal> last, List<LedgerRecord> open) {
        Seal seal = Seal.over(last.orElse(null), open, key, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return seals.insert(seal).flatMap(mine -> mine
                ? records.markSealed(seal.records()).thenReturn(open.size() == RECORDS_IN_A_SEAL)
                : Mono.just(true));
    }

    private Mono<Void> publish() {
        return roots.all().flatMap(published -> {
            long last = published.isEmpty() ? 0 : published.getLast().number();
            return seals.after(last).map(Seal::published).collectList()
                    .flatMap(fresh -> fresh.isEmpty() ? Mono.empty() : roots.append(fresh));
        });
    }
}
