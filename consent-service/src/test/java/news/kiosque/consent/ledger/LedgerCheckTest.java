package news.kiosque.consent.ledger;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.consent.ledger.LedgerCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerCheckTest {
    private static final SigningKey KEY = new SigningKey(LedgerTestKeys.signingJwk("k"));
    private static final SigningKey FORGERS = new SigningKey(LedgerTestKeys.signingJwk("k"));
    private static final int TRIALS = 200;
    private static final List<Forged> WHOLE = IntStream.range(0, 8).mapToObj(seed -> grown(new Random(seed))).toList();

    @Test
    void findsNothingInAWholeLedger() {
        Verdict verdict = grown(new Random(1)).checked();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.sealed()).isGreaterThan(30);
        assertThat(verdict.lastPublished()).isEqualTo(verdict.seals());
    }

    /** 1,000 in all. */
    @ParameterizedTest
    @EnumSource(Tampering.class)
    void detectsEveryTampering(Tampering tampering) {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            Forged ledger = WHOLE.get(trial % WHOLE.size()).copy();
            tampering.deed.accept(ledger, random);
            assertThat(ledger.checked().whole()).as("%s, trial %d", tampering, trial).isFalse();
        }
    }

    @Test
    void cannotSeeWhatWasCutOffAfterTheLastPublishedRoot() {
        Forged ledger = grown(new Random(2));
        ledger.roots.subList(ledger.roots.size() - 2, ledger.roots.size()).clear();
        ledger.cutAfter(ledger.seals.size() - 2);

        assertThat(ledger.checked().whole()).isTrue();
    }

    /** The full figure is 100,000 a second and core; this guards only against becoming many times slower. */
    @Test
    void looksAtManyRecordsASecond() {
        Forged ledger = new Forged();
        for (int seal = 0; seal < 20; seal++) {
            for (int record = 0; record < 1_000; record++) {
                ledger.add("subject-" + record);
            }
            ledger.seal();
        }
        ledger.checked();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(ledger.checked().sealed()).isEqualTo(20_000);
        double perSecond = 20_000 / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        System.out.printf("Verified %.0f records a CPU second%n", perSecond);
        assertThat(perSecond).isGreaterThan(15_000);
    }

    private static Forged grown(Random random) {
        Forged ledger = new Forged();
        for (int seal = 0; seal < 6; seal++) {
            for (int record = 0; record < 5 + random.nextInt(9); record++) {
                ledger.add("subject-" + random.nextInt(7));
            }
            ledger.seal();
        }
        return ledger;
    }

    enum Tampering {
        EDIT((ledger, random) -> {
            LedgerRecord old = ledger.any(random);
            LedgerRecord edited = ledger.edited(old, random);
            ledger.replace(old, random.nextBoolean() ? edited : edited.hashed());
        }), DELETE((ledger, random) -> ledger.records.remove(ledger.any(random).id())), REORDER((ledger, random) -> {
            LedgerRecord one = ledger.any(random);
            LedgerRecord other = ledger.any(random);
            while (other.id().equals(one.id())) {
                other = ledger.any(random);
            }
            if (random.nextBoolean()) {
                ledger.swapInSeals(one.id(), other.id());
            } else {
                ledger.swapPlaces(one, other);
            }
        }), TRUNCATE((ledger, random) -> ledger.cutAfter(random.nextInt(ledger.seals.size()))), FORGE(
                (ledger, random) -> ledger.resealFrom(random.nextInt(ledger.seals.size()), random.nextBoolean()
                        ? FORGERS
                        : KEY, random));

        private final BiConsumer<Forged, Random> deed;

        Tampering(BiConsumer<Forged, Random> deed) {
            this.deed = deed;
        }
    }

    /** A ledger in memory that somebody with write access to the store may do anything to. */
    private static final class Forged {
        final Map<String, LedgerRecord> records = new HashMap<>();
        final List<Seal> seals = new ArrayList<>();
        final List<PublishedRoot> roots = new ArrayList<>();
        private final List<LedgerRecord> open = new ArrayList<>();
        private final Map<String, LedgerRecord> last = new HashMap<>();
        private long now = 1_700_000_000_000L;

        Forged copy() {
            Forged copy = new Forged();
            copy.records.putAll(records);
            copy.seals.addAll(seals);
            copy.roots.addAll(roots);
            return copy;
        }

        void add(String subject) {
            LedgerRecord before = last.get(subject);
            SubjectKey key = SubjectKey.random();
            byte[] payload = {1, 2, 3};
            Instant at = Instant.ofEpochMilli(now++);
            LedgerRecord record = new LedgerRecord(UUID.randomUUID().toString(), subject,
                    before == null ? 1 : before.sequence() + 1, LedgerRecord.Type.CHOICE, "1", "abc", at,
                    at.plusSeconds(100), "c2VhbGVk", Hashes.hex(key.commitment(payload)),
                    before == null ? Hashes.NONE : before.hash(), "").hashed();
            records.put(record.id(), record);
            last.put(subject, record);
            open.add(record);
        }

        void seal() {
            Seal seal = Seal.over(seals.isEmpty() ? null : seals.getLast(), open, KEY, Instant.ofEpochMilli(now));
            seals.add(seal);
            roots.add(seal.published());
            open.clear();
        }

        Verdict checked() {
            LedgerCheck check = new LedgerCheck(KEY, roots);
            seals.forEach(seal -> check.seal(seal,
                    seal.records().stream().map(records::get).filter(Objects::nonNull).toList()));
            records.values().stream()
                    .sorted(Comparator.comparing(LedgerRecord::subject).thenComparing(LedgerRecord::sequence))
                    .forEach(record -> check.record(record, true));
            return check.verdict();
        }

        LedgerRecord any(Random random) {
            List<String> ids = records.keySet().stream().sorted().toList();
            return records.get(ids.get(random.nextInt(ids.size())));
        }

        void replace(LedgerRecord old, LedgerRecord fresh) {
            records.remove(old.id());
            records.put(fresh.id(), fresh);
        }

        LedgerRecord edited(LedgerRecord old, Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> new LedgerRecord(old.id(), old.subject(), old.sequence(), old.type(), "2", old.noticeHash(),
                        old.at(), old.expiresAt(), old.sealed(), old.commitment(), old.previous(), old.hash());
                case 1 -> new LedgerRecord(old.id(), old.subject(), old.sequence(), old.type(), old.noticeVersion(),
                        old.noticeHash(), old.at().plusMillis(1), old.expiresAt(), old.sealed(), old.commitment(),
                        old.previous(), old.hash());
                case 2 -> new LedgerRecord(old.id(), old.subject(), old.sequence(), old.type(), old.noticeVersion(),
                        old.noticeHash(), old.at(), old.expiresAt(), "Zm9yZ2Vk", old.commitment(), old.previous(),
                        old.hash());
                default -> new LedgerRecord(old.id(), old.subject() + "x", old.sequence(), old.type(),
                        old.noticeVersion(), old.noticeHash(), old.at(), old.expiresAt(), old.sealed(),
                        old.commitment(), old.previous(), old.hash());
            };
        }

        void swapPlaces(LedgerRecord one, LedgerRecord other) {
            records.put(one.id(), placed(one, other.subject(), other.sequence()));
            records.put(other.id(), placed(other, one.subject(), one.sequence()));
        }

        private static LedgerRecord placed(LedgerRecord record, String subject, long sequence) {
            return new LedgerRecord(record.id(), subject, sequence, record.type(), record.noticeVersion(),
                    record.noticeHash(), record.at(), record.expiresAt(), record.sealed(), record.commitment(),
                    record.previous(), record.hash());
        }

        void swapInSeals(String one, String other) {
            seals.replaceAll(seal -> {
                List<String> ids = new ArrayList<>(seal.records());
                ids.replaceAll(id -> id.equals(one) ? other : id.equals(other) ? one : id);
                return new Seal(seal.number(), ids, seal.total(), seal.root(), seal.previous(), seal.at(),
                        seal.keyId(), seal.signature());
            });
        }

        /** Seals after these and the records under them are gone; the roots were published. */
        void cutAfter(int kept) {
            List<Seal> cut = seals.subList(kept, seals.size());
            cut.forEach(seal -> seal.records().forEach(records::remove));
            cut.clear();
        }

        /** One record is replaced and everything above it made anew, as well as the key at hand can. */
        void resealFrom(int first, SigningKey key, Random random) {
            String victim = seals.get(first).records().get(random.nextInt(seals.get(first).records().size()));
            LedgerRecord old = records.get(victim);
            records.put(victim, edited(old, new Random(2)).hashed());
            for (int at = first; at < seals.size(); at++) {
                List<LedgerRecord> under = seals.get(at).records().stream().map(records::get).toList();
                seals.set(at, Seal.over(at == 0 ? null : seals.get(at - 1), under, key, seals.get(at).at()));
            }
        }
    }
}
