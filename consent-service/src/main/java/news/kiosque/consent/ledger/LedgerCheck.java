package news.kiosque.consent.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a ledger and says whether anything was edited, deleted, reordered, cut off or forged. Feed it every seal in
 * order, then every record by subject and sequence; what was cut off after the last published root it cannot see.
 */
public final class LedgerCheck {
    private static final int FINDINGS_KEPT = 100;

    private final SigningKey key;
    private final Map<Long, PublishedRoot> published = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private long seals;
    private long total;
    private String lastSeal = Hashes.NONE;
    private long sealed;
    private long open;
    private @Nullable LedgerRecord before;

    public LedgerCheck(SigningKey key, List<PublishedRoot> published) {
        this.key = key;
        published.forEach(root -> {
            PublishedRoot other = this.published.putIfAbsent(root.number(), root);
            if (other != null && !other.hash().equals(root.hash())) {
                found("Two roots were published for seal " + root.number());
            }
        });
    }

    /** @param records of the seal that were found, in the order in which the seal names them */
    public void seal(Seal seal, List<LedgerRecord> records) {
        String name = "Seal " + seal.number();
        expect(seal.number() == seals + 1, name + " does not follow seal " + seals);
        expect(seal.previous().equals(lastSeal), name + " is not bound to the seal before it");
        expect(seal.total() == total + seal.records().size(), name + " counts wrongly");
        expect(seal.keyId().equals(key.id()) && key.verifies(seal.statement(), seal.signature()),
                name + " is not signed by the ledger's key");
        expect(records.stream().map(LedgerRecord::id).toList().equals(seal.records()),
                name + " names records that are not there");
        expect(!records.isEmpty() && MerkleTree.root(records.stream().map(LedgerRecord::computedHash).toList())
                .equals(seal.root()), name + ": its records are not those that were sealed");
        PublishedRoot root = published.get(seal.number());
        expect(root == null || root.hash().equals(seal.hash()), name + " is not the one that was published");
        seals = seal.number();
        total = seal.total();
        lastSeal = seal.hash();
    }

    /** @param isSealed whether it claims to be under a seal */
    public void record(LedgerRecord record, boolean isSealed) {
        String name = "Record " + record.sequence() + " of " + record.subject();
        expect(record.hash().equals(record.computedHash()), name + " was changed");
        LedgerRecord last = before != null && before.subject().equals(record.subject()) ? before : null;
        expect(record.sequence() == (last == null ? 1 : last.sequence() + 1), name + " does not follow the one before");
        expect(record.previous().equals(last == null ? Hashes.NONE : last.hash()),
                name + " is not bound to the one before");
        expect(last == null || last.type() != LedgerRecord.Type.ERASED, name + " comes after the erasure");
        before = record;
        if (isSealed) {
            sealed++;
        } else {
            open++;
        }
    }

    /** What came out; call it last. */
    public Verdict verdict() {
        expect(sealed == total, "The seals cover " + total + " records, the ledger has " + sealed + " sealed ones");
        long lastPublished = published.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        expect(lastPublished <= seals,
                "The ledger ends with seal " + seals + ", but seal " + lastPublished + " was published");
        return new Verdict(findings.isEmpty(), seals, sealed, open, lastPublished, findings);
    }

    private void expect(boolean holds, String finding) {
        if (!holds) {
            found(finding);
        }
    }

    private void found(String finding) {
        if (findings.size() < FINDINGS_KEPT) {
            findings.add(Objects.requireNonNull(finding));
        }
    }

    /**
     * Whether the ledger is whole.
     *
     * @param sealed records under a seal
     * @param open records of the last second, not yet under one
     * @param lastPublished number of the last seal whose root was published; what was cut off after it stays unseen
     * @param findings the first hundred things that are wrong
     */
    public record Verdict(boolean whole, long seals, long sealed, long open, long lastPublished,
            List<String> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }
    }
}
