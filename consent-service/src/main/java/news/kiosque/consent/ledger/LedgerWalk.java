package news.kiosque.consent.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import news.kiosque.proof.LedgerRecord;
import news.kiosque.proof.Seal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The whole ledger in the order in which it is checked, while it goes on being written. */
@Component
class LedgerWalk {
    /** Records that are fetched together, unless a single seal is over more. */
    private static final int AT_ONCE = 2_000;

    private final ConsentRecords records;
    private final Seals seals;

    LedgerWalk(ConsentRecords records, Seals seals) {
        this.records = records;
        this.seals = seals;
    }

    /** A piece of the ledger. */
    sealed interface Part {

        /** A seal and those of its records that are there, in its order. */
        record Sealed(Seal seal, List<LedgerRecord> records) implements Part {}

        /** A record that is under no seal, though it may claim to be. */
        record Unsealed(LedgerRecord record, boolean claimsSeal) implements Part {}

        /** The walk ends here, because what follows cannot be read. */
        record Fault(String finding) implements Part {}
    }

    /** Every seal with its records, then what is under none: what came since the last seal, and what somebody put there. */
    Flux<Part> all() {
        return Flux.defer(() -> {
            Met met = new Met();
            return Flux.concat(sealed(met), unsealed(met));
        }).onErrorResume(Unreadable.class, broken -> Flux.just(new Part.Fault(String.valueOf(broken.getMessage()))));
    }

    private Flux<Part> sealed(Met met) {
        return Flux.defer(() -> {
            AtomicLong inBatch = new AtomicLong();
            return seals.after(met.lastSeal)
                    .bufferUntil(seal -> inBatch.addAndGet(seal.records().size()) >= AT_ONCE
                            && inBatch.getAndSet(0) > 0)
                    .concatMap(batch -> withRecords(batch, met), 1);
        });
    }

    /** What is sealed during the walk is met by going on with the seals once more. */
    private Flux<Part> unsealed(Met met) {
        return records.ids().filter(id -> !met.records.contains(id)).collectList()
                .flatMapMany(loose -> Flux.concat(sealed(met), Flux.fromIterable(loose)
                        .filter(id -> !met.records.contains(id)).buffer(AT_ONCE).concatMap(records::findMarked, 1)
                        .map(marked -> new Part.Unsealed(marked.record(), marked.isSealed()))));
    }

    private Flux<Part> withRecords(List<StoredSeal> batch, Met met) {
        Set<String> wanted = new HashSet<>();
        batch.forEach(seal -> wanted.addAll(seal.records()));
        return records.find(wanted).collectMap(LedgerRecord::id, Function.identity())
                .flatMapMany(found -> Flux.fromIterable(batch).map(seal -> met.with(seal, found)));
    }

    /** What has been met so far. */
    private static final class Met {
        private final Ids records = new Ids();
        private long lastSeal;

        Part with(StoredSeal stored, Map<String, LedgerRecord> found) {
            stored.records().forEach(records::add);
            lastSeal = stored.seal().number();
            return new Part.Sealed(stored.seal(),
                    stored.records().stream().map(found::get).filter(Objects::nonNull).toList());
        }
    }
}
