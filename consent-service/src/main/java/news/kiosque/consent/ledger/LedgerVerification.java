package news.kiosque.consent.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import news.kiosque.proof.InclusionProof;
import news.kiosque.proof.LedgerCheck;
import news.kiosque.proof.LedgerLines;
import news.kiosque.proof.LedgerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What it takes to believe the ledger: its lines for somebody else to check, a check of its own, proofs of records. */
@Component
public class LedgerVerification {
    /** A check keeps some 60 bytes for each record; where memory is short it is done elsewhere, from the lines. */
    private static final long BYTES_A_RECORD = 400;

    private final LedgerWalk walk;
    private final ConsentRecords records;
    private final Seals seals;
    private final RootsFile roots;
    private final SigningKey key;

    LedgerVerification(LedgerWalk walk, ConsentRecords records, Seals seals, RootsFile roots, LedgerKeys keys) {
        this.walk = walk;
        this.records = records;
        this.seals = seals;
        this.roots = roots;
        key = keys.signing();
    }

    /** The whole ledger, as {@link LedgerLines} has it. */
    public Flux<String> lines() {
        return Flux.concat(Flux.just(LedgerLines.BEGIN), walk.all().concatMapIterable(LedgerVerification::lines),
                Flux.just(LedgerLines.END));
    }

    /** Fails with {@link LedgerTooLarge} when this service has too little memory for it. */
    public Mono<LedgerCheck.Verdict> verify() {
        return seals.last().map(last -> last.seal().total()).defaultIfEmpty(0L)
                .filter(total -> total * BYTES_A_RECORD < Runtime.getRuntime().maxMemory())
                .switchIfEmpty(Mono.error(LedgerTooLarge::new)).then(roots.all().collectList()).flatMap(published -> {
                    LedgerCheck check = new LedgerCheck(key.verifying(), published.iterator());
                    return walk.all().doOnNext(part -> {
                        switch (part) {
                            case LedgerWalk.Part.Sealed sealed -> check.seal(sealed.seal(), sealed.records());
                            case LedgerWalk.Part.Unsealed loose -> check.unsealed(loose.record(), loose.claimsSeal());
                            case LedgerWalk.Part.Fault fault -> check.fault(fault.finding());
                        }
                    }).then(Mono.fromSupplier(check::verdict));
                });
    }

    /** How a record hangs together with a published root; empty when it is not (yet) under a seal. */
    public Mono<InclusionProof> prove(String id) {
        return seals.over(id).flatMap(stored -> recordsOf(stored)
                .map(all -> InclusionProof.of(stored.records().indexOf(id), all, stored.seal(), key.verifying())));
    }

    /** All published roots after a seal, oldest first. */
    public Flux<String> publishedAfter(long number) {
        return roots.linesAfter(number);
    }

    /** The last root of each day that is over. */
    public Flux<String> days() {
        return roots.days();
    }

    private Mono<List<LedgerRecord>> recordsOf(StoredSeal seal) {
        return records.find(seal.records()).collectMap(LedgerRecord::id, Function.identity())
                .map((Map<String, LedgerRecord> found) -> seal.records().stream().map(found::get)
                        .filter(Objects::nonNull).toList());
    }

    private static List<String> lines(LedgerWalk.Part part) {
        return switch (part) {
            case LedgerWalk.Part.Sealed sealed -> Stream
                    .concat(Stream.of(LedgerLines.of(sealed.seal())),
                            sealed.records().stream().map(LedgerLines::of))
                    .toList();
            case LedgerWalk.Part.Unsealed loose -> List.of(LedgerLines.unsealed(loose.record(), loose.claimsSeal()));
            case LedgerWalk.Part.Fault fault -> List.of(LedgerLines.fault(fault.finding()));
        };
    }
}
