package news.kiosque.bench.consent;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import news.kiosque.proof.LedgerCheck;
import news.kiosque.proof.LedgerLines;
import news.kiosque.proof.LedgerReading;
import news.kiosque.proof.LedgerRecord;
import news.kiosque.proof.PublishedRoot;
import news.kiosque.proof.Seal;

/** Checks a ledger from a file, as {@code ./kiosque consent verify --ledger} does. */
final class LedgerBench {
    private static final int ROUNDS = 4;

    private final int records;
    private final int inASeal;

    LedgerBench(int records, int inASeal) {
        this.records = records;
        this.inASeal = inASeal;
    }

    /** The figures of the last round, when all is compiled. */
    String run() throws IOException {
        Path file = Files.createTempFile("kiosque-ledger", ".txt");
        try {
            LedgerMaker maker = new LedgerMaker(new Random(1));
            write(maker, file);
            double perSecond = 0;
            for (int round = 0; round < ROUNDS; round++) {
                perSecond = check(maker, file);
            }
            return String.format(Locale.ROOT,
                    "verification: %,d records under %,d seals of %d, %,.0f records/s of CPU time on one core (text of %,d MB read, every hash, chain, root and signature checked)",
                    records, maker.roots().size(), inASeal, perSecond, Files.size(file) >> 20);
        } finally {
            Files.delete(file);
        }
    }

    private void write(LedgerMaker maker, Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write(LedgerLines.BEGIN + "\n");
            for (int made = 0; made < records; made += inASeal) {
                List<LedgerRecord> fresh = maker.records(Math.min(inASeal, records - made));
                Seal seal = maker.seal(fresh);
                lines.write(LedgerLines.of(seal) + "\n");
                for (LedgerRecord record : fresh) {
                    lines.write(LedgerLines.of(record) + "\n");
                }
            }
            lines.write(LedgerLines.END + "\n");
        }
    }

    private double check(LedgerMaker maker, Path file) throws IOException {
        List<PublishedRoot> roots = maker.roots();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        LedgerCheck check = new LedgerCheck(maker.key(), roots.iterator());
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            LedgerReading.read(lines, check);
        }
        if (!check.verdict().whole() || check.verdict().sealed() != records) {
            throw new IllegalStateException("The ledger that was made is not whole: " + check.verdict());
        }
        return records / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9);
    }
}
