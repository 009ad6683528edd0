package news.kiosque.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a ledger and says whether anything was edited, deleted, reordered, cut off or forged. Feed it every seal in
 * order with its records, then the records that are under no seal. What was cut off after the last published root it
 * cannot see.
 */
public final class LedgerCheck {
    private static final int FINDINGS_KEPT = 100;

    private final VerifyingKey key;
    private final Iterator<PublishedRoot> published;
    private final List<String> findings = new ArrayList<>();
    private final Chains chains = new Chains();
    private final Set<String> open = new HashSet<>();
    private long seals;
    private long sealed;
    private String lastSeal = Hashes.NONE;
    private @Nullable Instant sealedAt;
    private @Nullable PublishedRoot next;
    private @Nullable PublishedRoot lastPublished;

    /** @param published roots in the order of their seals; some may lack, the last one counts most */
    public LedgerCheck(VerifyingKey key, Iterator<PublishedRoot> published) {
        this.key = key;
        this.published = published;
        advance();
    }

    /** @param records of the seal that are there, in the order in which it was made over them */
    public void seal(Seal seal, List<LedgerRecord> records) {
        String name = "Seal " + seal.number();
        expect(seal.number() == seals + 1, () -> name + " does not follow seal " + seals);
        expect(seal.previous().equals(lastSeal), () -> name + " is not bound to the seal before it");
        expect(seal.total() == sealed + seal.count(), () -> name + " counts wrongly");
        expect(seal.keyId().equals(key.id()) && key.verifies(seal.statement(), seal.signature()),
                () -> name + " is not signed by the ledger's key");
        expect(records.size() == seal.count(),
                () -> name + " is over " + seal.count() + " records, of which " + records.size() + " are there");
        List<String> hashes = records.stream().map(this::follow).toList();
        expect(!hashes.isEmpty() && MerkleTree.root(hashes).equals(seal.root()),
                () -> name + ": its records are not those that were sealed");
        compare(seal);
        seals = seal.number();
        sealed = seal.total();
        lastSeal = seal.hash();
        sealedAt = seal.at();
    }

    /** @param claimsSeal whether it says that it is under a seal, which it is not */
    public void unsealed(LedgerRecord record, boolean claimsSeal) {
        follow(record);
        expect(!claimsSeal, () -> record.name() + " is under no seal");
        expect(open.add(record.id()), () -> record.name() + " is there twice");
    }

    /** Something is wrong that shows only to whoever feeds this check. */
    public void fault(String finding) {
        expect(false, () -> finding);
    }

    /** What came out; call it last. */
    public Verdict verdict() {
        chains.unfollowed().forEach(record -> expect(false, () -> record.name() + " does not follow the one before"));
        while (next != null) {
            advance();
        }
        PublishedRoot last = lastPublished;
        expect(last == null || last.number() <= seals, () -> "The ledger ends with seal " + seals + ", but seal "
                + last.number() + " was published");
        return new Verdict(findings.isEmpty(), seals, sealedAt, sealed, open.size(),
                last == null ? 0 : last.number(), last == null ? 0 : last.total(), last == null ? null : last.at(),
                findings);
    }

    private String follow(LedgerRecord record) {
        String hash = record.computedHash();
        expect(record.hash().equals(hash), () -> record.name() + " was changed");
        chains.follow(record, hash).forEach(finding -> expect(false, () -> finding));
        return hash;
    }

    private void compare(Seal seal) {
        while (next != null && next.number() <= seal.number()) {
            PublishedRoot root = next;
            expect(root.number() == seal.number(), () -> "Root " + root.number() + " is not in its place");
            expect(root.number() != seal.number() || root.equals(seal.published()),
                    () -> "Seal " + seal.number() + " is not the one that was published");
            advance();
        }
    }

    private void advance() {
        if (next != null && (lastPublished == null || next.number() > lastPublished.number())) {
            lastPublished = next;
        }
        next = published.hasNext() ? published.next() : null;
    }

    private void expect(boolean holds, Supplier<String> finding) {
        if (!holds && findings.size() < FINDINGS_KEPT) {
            findings.add(finding.get());
        }
    }

    /**
     * Whether the ledger is whole.
     *
     * @param sealedAt when the last seal was made; absent when there is none
     * @param sealed records under a seal
     * @param open records of the last second, not under one when they were looked at
     * @param lastPublished number of the last seal whose root was published; what was cut off after it stays unseen
     * @param published records under that seal and those before
     * @param publishedAt when that seal was made; absent when no root is known
     * @param findings the first hundred things that are wrong
     */
    public record Verdict(boolean whole, long seals, @Nullable Instant sealedAt, long sealed, long open,
            long lastPublished, long published, @Nullable Instant publishedAt, List<String> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }
    }
}
