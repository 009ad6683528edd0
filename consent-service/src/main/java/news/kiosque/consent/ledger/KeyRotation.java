package news.kiosque.consent.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import news.kiosque.consent.life.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes erasure true of the bytes that a store leaves on its disks: after an erasure a new key wraps, what lives is
 * wrapped anew, and the old key is destroyed. Each step can be repeated, so a kill only delays it.
 */
@Component
public class KeyRotation extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final WrappingKeys keys;
    private final Subjects subjects;
    private final ConsentRecords records;
    private final ErasuresUnderKeys erasures;
    private final InstantSource clock;
    private final Duration look;
    private final Duration every;
    private final Duration grace;
    private volatile boolean failing;

    /**
     * Which keys there are.
     *
     * @param old those that wrapped before and are not destroyed yet
     * @param oldNeeded whether something living still lies under one of them
     * @param erasedUnderCurrent whether something was erased that a copy of the current one could open
     */
    public record State(String current, List<String> old, boolean oldNeeded, boolean erasedUnderCurrent) {}

    KeyRotation(WrappingKeys keys, Subjects subjects, ConsentRecords records, ErasuresUnderKeys erasures,
            InstantSource clock, @Value("${kiosque.ledger.rotation.look}") Duration look,
            @Value("${kiosque.ledger.rotation.every}") Duration every,
            @Value("${kiosque.ledger.rotation.grace}") Duration grace) {
        this.keys = keys;
        this.subjects = subjects;
        this.records = records;
        this.erasures = erasures;
        this.clock = clock;
        this.look = look;
        this.every = every;
        this.grace = grace;
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(look).onBackpressureDrop().concatMap(tick -> round(), 1).subscribe();
    }

    /** A new key from now on; the old one goes as soon as nothing living needs it. */
    public Mono<State> rotate() {
        return work(keys::rotate).then(Mono.defer(this::state));
    }

    public Mono<State> state() {
        return Mono.defer(() -> {
            String current = keys.current().id();
            List<String> old = keys.old();
            return Mono.zip(isNeeded(old), erasures.any(current),
                    (needed, erased) -> new State(current, old, needed, erased));
        });
    }

    Mono<Void> round() {
        return work(keys::tidy).then(Mono.defer(this::retire)).then(rotateWhenDue())
                .doOnSuccess(done -> failing = false)
                .onErrorResume(failure -> {
                    if (!failing) {
                        LOG.warn("What was erased can still be opened with a copy of an old key: {}",
                                failure.getMessage());
                    }
                    failing = true;
                    return Mono.empty();
                });
    }

    private Mono<Void> rotateWhenDue() {
        return Mono.defer(() -> isOlderThan(every) && keys.old().isEmpty()
                ? erasures.any(keys.current().id()).filter(erased -> erased)
                        .flatMap(due -> work(keys::rotate))
                : Mono.empty());
    }

    /** Only when no instance can still be writing under an old key that it read before the new one came. */
    private Mono<Void> retire() {
        List<String> old = keys.old();
        if (old.isEmpty() || !isOlderThan(grace)) {
            return Mono.empty();
        }
        return subjects.rewrap(old).then(records.rewrap(old)).then(Mono.defer(() -> isNeeded(old)))
                .flatMap(needed -> needed
                        ? Mono.<Void>error(new IllegalStateException("something is still wrapped with " + old))
                        : work(() -> keys.destroy(old)).then(erasures.forget(old))
                                .doOnSuccess(done -> LOG.info("Destroyed the wrapping keys {}", old)));
    }

    private Mono<Boolean> isNeeded(List<String> old) {
        return old.isEmpty()
                ? Mono.just(false)
                : subjects.anyUnder(old).flatMap(any -> any ? Mono.just(true) : records.anyUnder(old));
    }

    private boolean isOlderThan(Duration age) {
        return keys.changedAt().plus(age).isBefore(clock.instant());
    }

    private static Mono<Void> work(Runnable onDisk) {
        return Mono.<Void>fromRunnable(onDisk).subscribeOn(Schedulers.boundedElastic());
    }
}
