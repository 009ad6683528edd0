package news.kiosque.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import news.kiosque.proof.LedgerCheck.Verdict;

/** A ledger in memory that somebody with write access to the store may do anything to. */
final class TestLedger {
    static final TestKey KEY = new TestKey("k");

    final Map<String, LedgerRecord> records = new HashMap<>();
    final List<Sealed> seals = new ArrayList<>();
    final List<PublishedRoot> roots = new ArrayList<>();
    private final List<LedgerRecord> open = new ArrayList<>();
    private final Map<String, LedgerRecord> last = new HashMap<>();
    private long now = 1_700_000_000_000L;

    record Sealed(Seal seal, List<String> records) {}

    /** Some fifty records of seven subjects under six seals. */
    static TestLedger grown(Random random) {
        TestLedger ledger = new TestLedger();
        for (int seal = 0; seal < 6; seal++) {
            for (int record = 0; record < 5 + random.nextInt(9); record++) {
                ledger.add("subject-" + random.nextInt(7));
            }
            ledger.seal();
        }
        return ledger;
    }

    TestLedger copy() {
        TestLedger copy = new TestLedger();
        copy.records.putAll(records);
        copy.seals.addAll(seals);
        copy.roots.addAll(roots);
        copy.open.addAll(open);
        return copy;
    }

    void add(String subject) {
        LedgerRecord before = last.get(subject);
        Instant at = Instant.ofEpochMilli(now++);
        LedgerRecord record = new LedgerRecord(UUID.randomUUID().toString(), subject,
                before == null ? 1 : before.sequence() + 1, LedgerRecord.Type.CHOICE, "1", "abc", at,
                at.plusSeconds(100), "c2VhbGVk", Hashes.sha256Hex(subject + now),
                before == null ? Hashes.NONE : before.hash(), "").hashed();
        records.put(record.id(), record);
        last.put(subject, record);
        open.add(record);
    }

    /** What is not sealed yet will be in the opposite order. */
    void turnAround() {
        Collections.reverse(open);
    }

    void seal() {
        Seal seal = KEY.sign(Seal.over(seals.isEmpty() ? null : seals.getLast().seal(), open, KEY.verifying().id(),
                Instant.ofEpochMilli(now)));
        seals.add(new Sealed(seal, open.stream().map(LedgerRecord::id).toList()));
        roots.add(seal.published());
        open.clear();
    }

    /** What a check says that reads the ledger's lines. */
    Verdict checked() {
        try {
            LedgerCheck check = new LedgerCheck(KEY.verifying(), roots.iterator());
            LedgerReading.read(new BufferedReader(new StringReader(lines())), check);
            return check.verdict();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String lines() {
        List<String> lines = new ArrayList<>(List.of(LedgerLines.BEGIN));
        Map<String, LedgerRecord> loose = new HashMap<>(records);
        for (Sealed sealed : seals) {
            lines.add(LedgerLines.of(sealed.seal()));
            sealed.records().stream().map(records::get).filter(Objects::nonNull).map(LedgerLines::of)
                    .forEach(lines::add);
            sealed.records().forEach(loose::remove);
        }
        loose.values().forEach(
                record -> lines.add(LedgerLines.unsealed(record, open.stream().noneMatch(record::equals))));
        lines.add(LedgerLines.END);
        return String.join("\n", lines) + "\n";
    }
}
