package news.kiosque.consent.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When the ledger was sealed last, and whether new records wait for their seal for too long; {@code ledger} in the health. */
@Component
class LedgerHealthIndicator extends AbstractReactiveHealthIndicator {
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final Seals seals;
    private final ConsentRecords records;
    private final InstantSource clock;

    LedgerHealthIndicator(Seals seals, ConsentRecords records, InstantSource clock) {
        super("The ledger cannot be asked for its last seal");
        this.seals = seals;
        this.records = records;
        this.clock = clock;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return Mono.zip(seals.last().map(Optional::of).defaultIfEmpty(Optional.empty()),
                records.unsealed(1).next().map(Optional::of).defaultIfEmpty(Optional.empty()), (last, oldest) -> {
                    last.map(StoredSeal::seal).ifPresent(
                            seal -> health.withDetail("seals", seal.number()).withDetail("sealedAt", seal.at()));
                    oldest.ifPresent(record -> health.withDetail("unsealedSince", record.at()));
                    Instant overdue = clock.instant().minus(TOO_LONG);
                    return (oldest.filter(record -> record.at().isBefore(overdue)).isPresent()
                            ? health.down()
                            : health.up()).build();
                });
    }
}
