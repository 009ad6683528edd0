package news.kiosque.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import news.kiosque.proof.LedgerCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerCheckTest {
    /** Of each kind; 1,000 in all, unless more are asked for. */
    private static final int TRIALS = Integer.getInteger("kiosque.trials", 167);
    private static final List<TestLedger> WHOLE = IntStream.range(0, 8)
            .mapToObj(seed -> TestLedger.grown(new Random(seed))).toList();

    @Test
    void findsNothingInAWholeLedger() {
        TestLedger ledger = TestLedger.grown(new Random(1));
        ledger.add("subject-1");
        Verdict verdict = ledger.checked();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.sealed()).isGreaterThan(30);
        assertThat(verdict.sealedAt()).isEqualTo(ledger.seals.getLast().seal().at());
        assertThat(verdict.open()).isEqualTo(1);
        assertThat(verdict.lastPublished()).isEqualTo(verdict.seals());
        assertThat(verdict.published()).isEqualTo(verdict.sealed());
    }

    @ParameterizedTest
    @EnumSource
    void detectsEveryTampering(Tampering tampering) {
        for (int trial = 0; trial < TRIALS; trial++) {
            TestLedger ledger = WHOLE.get(trial % WHOLE.size()).copy();
            tampering.deed.accept(ledger, new Random(trial));
            assertThat(ledger.checked().whole()).as("%s, trial %d", tampering, trial).isFalse();
        }
    }

    @Test
    void cannotSeeWhatWasCutOffAfterTheLastPublishedRoot() {
        TestLedger ledger = TestLedger.grown(new Random(2));
        ledger.roots.subList(ledger.roots.size() - 2, ledger.roots.size()).clear();
        Tampering.cutAfter(ledger, ledger.seals.size() - 2);

        assertThat(ledger.checked().whole()).isTrue();
    }

    @Test
    void needsOnlyTheLastPublishedRootToSeeThatSomethingWasCutOff() {
        TestLedger ledger = TestLedger.grown(new Random(3));
        ledger.roots.subList(0, ledger.roots.size() - 1).clear();
        assertThat(ledger.checked().findings()).isEmpty();
        Tampering.cutAfter(ledger, 4);

        assertThat(ledger.checked().findings())
                .containsExactly("The ledger ends with seal 4, but seal 6 was published");
    }

    @Test
    void followsAChainWhoseRecordsWereSealedALittleOutOfTurn() {
        TestLedger ledger = new TestLedger();
        ledger.add("one");
        ledger.add("one");
        ledger.add("one");
        ledger.turnAround();
        ledger.seal();

        assertThat(ledger.checked().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"end\n", ""})
    void doesNotTakeATextForALedgerThatWasCutOffOrIsNone(String cut) throws IOException {
        String lines = TestLedger.grown(new Random(4)).lines();
        String text = cut.isEmpty() ? lines.substring(lines.indexOf('\n') + 1) : lines.replace(cut, "");
        LedgerCheck check = new LedgerCheck(TestLedger.KEY.verifying(), List.<PublishedRoot>of().iterator());

        assertThatThrownBy(() -> LedgerReading.read(new BufferedReader(new StringReader(text)), check))
                .isInstanceOf(IOException.class);
    }

    @Test
    void namesALineThatItCannotRead() throws IOException {
        String lines = TestLedger.grown(new Random(5)).lines().replaceFirst("\tCHOICE\t", "\tWISH\t");
        LedgerCheck check = new LedgerCheck(TestLedger.KEY.verifying(), List.<PublishedRoot>of().iterator());
        LedgerReading.read(new BufferedReader(new StringReader(lines)), check);

        assertThat(check.verdict().findings()).anyMatch(finding -> finding.startsWith("A line cannot be read"));
    }
}
