package news.kiosque.consent.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks the whole ledger and proves it against the published roots, while it goes on being written. */
@Component
public class LedgerVerification {
    private final ConsentRecords records;
    private final Seals seals;
    private final RootsFile roots;
    private final SigningKey key;

    LedgerVerification(ConsentRecords records, Seals seals, RootsFile roots, LedgerKeys keys) {
        this.records = records;
        this.seals = seals;
        this.roots = roots;
        key = keys.signing();
    }

    public Mono<LedgerCheck.Verdict> verify() {
        return roots.all().flatMap(published -> {
            LedgerCheck check = new LedgerCheck(key, published);
            return sealsAfter(0, check).then(records.all()
                    .doOnNext(marked -> check.record(marked.record(), marked.isSealed())).then())
                    // What was sealed meanwhile.
                    .then(Mono.defer(() -> sealsAfter(check.lastSeal(), check)))
                    .then(Mono.fromSupplier(check::verdict));
        });
    }

    /** How a record hangs together with a published root; empty when it is not (yet) under a seal. */
    public Mono<InclusionProof> prove(String id) {
        return seals.over(id).flatMap(seal -> recordsOf(seal).map(all -> {
            int place = seal.records().indexOf(id);
            return new InclusionProof(all.get(place).statement(),
                    MerkleTree.path(all.stream().map(LedgerRecord::hash).toList(), place), seal.statement(),
                    seal.signature(), key.publicJwk());
        }));
    }

    private Mono<Void> sealsAfter(long number, LedgerCheck check) {
        return seals.after(number).concatMap(seal -> recordsOf(seal).doOnNext(found -> check.seal(seal, found)), 1)
                .then();
    }

    private Mono<List<LedgerRecord>> recordsOf(Seal seal) {
        return records.find(seal.records()).collectMap(LedgerRecord::id)
                .map((Map<String, LedgerRecord> found) -> seal.records().stream().map(found::get)
                        .filter(Objects::nonNull).toList());
    }

    /** All published roots after a seal, oldest first. */
    public Flux<PublishedRoot> publishedAfter(long number) {
        return roots.after(number);
    }
}
