package news.kiosque.consent.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a ledger and says whether anything was edited, deleted, reordered, cut off or forged. Feed it every seal in
 * order, then every record by subject and sequence, then the seals that came meanwhile. What was cut off after the last
 * published root it cannot see.
 */
public final class LedgerCheck {
    private static final int FINDINGS_KEPT = 100;

    private final SigningKey key;
    private final Map<Long, PublishedRoot> published = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    /** The first 64 bits of the hashes of all sealed records. */
    private final Set<Long> underSeal = new HashSet<>();
    /** Records that claim to be sealed and were not met in a seal yet. */
    private final Map<Long, String> notYetMet = new LinkedHashMap<>();
    private long seals;
    private long total;
    private String lastSeal = Hashes.NONE;
    private long open;
    private @Nullable LedgerRecord before;

    public LedgerCheck(SigningKey key, List<PublishedRoot> published) {
        this.key = key;
        for (PublishedRoot root : published) {
            PublishedRoot other = this.published.putIfAbsent(root.number(), root);
            expect(other == null || other.hash().equals(root.hash()),
                    () -> "Two roots were published for seal " + root.number());
        }
    }

    /** Number of the last seal that was looked at. */
    public long lastSeal() {
        return seals;
    }

    /** @param records of the seal that were found, in the order in which the seal names them */
    public void seal(Seal seal, List<LedgerRecord> records) {
        String name = "Seal " + seal.number();
        List<String> hashes = records.stream().map(LedgerRecord::computedHash).toList();
        expect(seal.number() == seals + 1, () -> name + " does not follow seal " + seals);
        expect(seal.previous().equals(lastSeal), () -> name + " is not bound to the seal before it");
        expect(seal.total() == total + seal.records().size(), () -> name + " counts wrongly");
        expect(seal.keyId().equals(key.id()) && key.verifies(seal.statement(), seal.signature()),
                () -> name + " is not signed by the ledger's key");
        expect(records.stream().map(LedgerRecord::id).toList().equals(seal.records()),
                () -> name + " names records that are not there");
        expect(!hashes.isEmpty() && MerkleTree.root(hashes).equals(seal.root()),
                () -> name + ": its records are not those that were sealed");
        PublishedRoot root = published.get(seal.number());
        expect(root == null || root.hash().equals(seal.hash()), () -> name + " is not the one that was published");
        for (String hash : hashes) {
            expect(underSeal.add(fingerprint(hash)), () -> name + " seals a record again");
            notYetMet.remove(fingerprint(hash));
        }
        seals = seal.number();
        total = seal.total();
        lastSeal = seal.hash();
    }

    /** @param isSealed whether it claims to be under a seal */
    public void record(LedgerRecord record, boolean isSealed) {
        LedgerRecord last = before != null && before.subject().equals(record.subject()) ? before : null;
        String computed = record.computedHash();
        expect(record.hash().equals(computed), () -> name(record) + " was changed");
        expect(record.sequence() == (last == null ? 1 : last.sequence() + 1),
                () -> name(record) + " does not follow the one before");
        expect(record.previous().equals(last == null ? Hashes.NONE : last.hash()),
                () -> name(record) + " is not bound to the one before");
        expect(last == null || last.type() != LedgerRecord.Type.ERASED,
                () -> name(record) + " comes after the erasure");
        before = record;
        if (!isSealed) {
            open++;
        } else if (!underSeal.contains(fingerprint(computed))) {
            notYetMet.put(fingerprint(computed), name(record));
        }
    }

    /** What came out; call it last. */
    public Verdict verdict() {
        notYetMet.values().forEach(name -> expect(false, () -> name + " is under no seal"));
        long lastPublished = published.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        expect(lastPublished <= seals,
                () -> "The ledger ends with seal " + seals + ", but seal " + lastPublished + " was published");
        return new Verdict(findings.isEmpty(), seals, total, open, lastPublished, findings);
    }

    private void expect(boolean holds, Supplier<String> finding) {
        if (!holds && findings.size() < FINDINGS_KEPT) {
            findings.add(finding.get());
        }
    }

    private static String name(LedgerRecord record) {
        return "Record " + record.sequence() + " of " + record.subject();
    }

    private static Long fingerprint(String hash) {
        return Long.parseUnsignedLong(hash, 0, 16, 16);
    }

    /**
     * Whether the ledger is whole.
     *
     * @param sealed records under a seal
     * @param open records of the last second, not under one when they were looked at
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
