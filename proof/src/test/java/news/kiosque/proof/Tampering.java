package news.kiosque.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What somebody may do to a ledger who can write to its store, and who may even have its key. */
enum Tampering {
    EDIT((ledger, random) -> {
        LedgerRecord old = any(ledger, random);
        LedgerRecord edited = edited(old, random.nextInt(6));
        ledger.records.put(old.id(), random.nextBoolean() ? edited : edited.hashed());
    }), DELETE((ledger, random) -> ledger.records.remove(any(ledger, random).id())), REORDER((ledger, random) -> {
        LedgerRecord one = any(ledger, random);
        LedgerRecord other = any(ledger, random);
        while (other.id().equals(one.id())) {
            other = any(ledger, random);
        }
        if (random.nextBoolean()) {
            swapInSeals(ledger, one.id(), other.id());
        } else {
            ledger.records.put(one.id(), placed(one, other));
            ledger.records.put(other.id(), placed(other, one));
        }
    }), TRUNCATE((ledger, random) -> cutAfter(ledger, random.nextInt(ledger.seals.size()))), FORGE(
            (ledger, random) -> resealFrom(ledger, random.nextInt(ledger.seals.size()),
                    random.nextBoolean() ? new TestKey("k") : TestLedger.KEY, random)), INSERT((ledger, random) -> {
                        LedgerRecord model = any(ledger, random);
                        LedgerRecord planted = new LedgerRecord(UUID.randomUUID().toString(), model.subject(),
                                ledger.records.values().stream()
                                        .filter(record -> record.subject().equals(model.subject()))
                                        .count() + 1,
                                LedgerRecord.Type.ERASED, "", "", model.at(), model.at(), "", "", model.hash(), "")
                                .hashed();
                        ledger.records.put(planted.id(), planted);
                    });

    final BiConsumer<TestLedger, Random> deed;

    Tampering(BiConsumer<TestLedger, Random> deed) {
        this.deed = deed;
    }

    private static LedgerRecord any(TestLedger ledger, Random random) {
        List<String> ids = ledger.records.keySet().stream().sorted().toList();
        return ledger.records.get(ids.get(random.nextInt(ids.size())));
    }

    private static LedgerRecord edited(LedgerRecord old, int part) {
        Duration moved = Duration.ofMillis(part == 1 ? 1 : 0);
        return new LedgerRecord(old.id(), part == 3 ? old.subject() + "x" : old.subject(), old.sequence(), old.type(),
                part == 0 ? "2" : old.noticeVersion(), part == 4 ? "abd" : old.noticeHash(), old.at().plus(moved),
                part == 5 ? old.expiresAt().plusSeconds(1) : old.expiresAt(), part == 2 ? "Zm9yZ2Vk" : old.sealed(),
                old.commitment(), old.previous(), old.hash());
    }

    private static LedgerRecord placed(LedgerRecord record, LedgerRecord at) {
        return new LedgerRecord(record.id(), at.subject(), at.sequence(), record.type(), record.noticeVersion(),
                record.noticeHash(), record.at(), record.expiresAt(), record.sealed(), record.commitment(),
                record.previous(), record.hash());
    }

    private static void swapInSeals(TestLedger ledger, String one, String other) {
        ledger.seals.replaceAll(sealed -> {
            List<String> ids = new ArrayList<>(sealed.records());
            ids.replaceAll(id -> id.equals(one) ? other : id.equals(other) ? one : id);
            return new TestLedger.Sealed(sealed.seal(), ids);
        });
    }

    /** Seals after these and the records under them are gone; the roots were published. */
    static void cutAfter(TestLedger ledger, int kept) {
        List<TestLedger.Sealed> cut = ledger.seals.subList(kept, ledger.seals.size());
        cut.forEach(sealed -> sealed.records().forEach(ledger.records::remove));
        cut.clear();
    }

    /** One record is replaced and everything above it made anew, as well as the key at hand can. */
    private static void resealFrom(TestLedger ledger, int first, TestKey key, Random random) {
        List<String> victims = ledger.seals.get(first).records();
        LedgerRecord old = ledger.records.get(victims.get(random.nextInt(victims.size())));
        ledger.records.put(old.id(), edited(old, 0).hashed());
        for (int at = first; at < ledger.seals.size(); at++) {
            TestLedger.Sealed sealed = ledger.seals.get(at);
            List<LedgerRecord> under = sealed.records().stream().map(ledger.records::get).toList();
            Seal before = at == 0 ? null : ledger.seals.get(at - 1).seal();
            ledger.seals.set(at, new TestLedger.Sealed(
                    key.sign(Seal.over(before, under, sealed.seal().keyId(), sealed.seal().at())), sealed.records()));
        }
    }
}
