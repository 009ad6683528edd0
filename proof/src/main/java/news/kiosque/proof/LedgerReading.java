package news.kiosque.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads a ledger as {@link LedgerLines} have it into a check. */
public final class LedgerReading {
    private final LedgerCheck check;
    private final List<LedgerRecord> records = new ArrayList<>();
    private @Nullable Seal seal;

    private LedgerReading(LedgerCheck check) {
        this.check = check;
    }

    /**
     * Reads to the end of the ledger.
     *
     * @throws IOException also when the text is no ledger, or was cut off on its way here
     */
    public static void read(BufferedReader lines, LedgerCheck check) throws IOException {
        if (!LedgerLines.BEGIN.equals(lines.readLine())) {
            throw new IOException("This is not a ledger: its first line is not " + LedgerLines.BEGIN);
        }
        LedgerReading reading = new LedgerReading(check);
        String line = lines.readLine();
        while (line != null && !line.equals(LedgerLines.END)) {
            reading.line(line);
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The text of the ledger was cut off before its end");
        }
        reading.sealEnds();
    }

    private void line(String line) {
        int tab = line.indexOf('\t');
        String rest = line.substring(tab + 1);
        try {
            switch (tab < 0 ? line : line.substring(0, tab)) {
                case LedgerLines.RECORD -> records.add(LedgerLines.record(line));
                case LedgerLines.SEAL -> {
                    sealEnds();
                    seal = LedgerLines.seal(line);
                }
                case LedgerLines.UNSEALED -> {
                    sealEnds();
                    check.unsealed(LedgerLines.record(rest.substring(rest.indexOf('\t') + 1)),
                            !rest.startsWith("open\t"));
                }
                case LedgerLines.FAULT -> check.fault(rest);
                default -> throw new IllegalArgumentException("Not a line of a ledger");
            }
        } catch (IllegalArgumentException unreadable) {
            check.fault("A line cannot be read: " + unreadable.getMessage());
        }
    }

    private void sealEnds() {
        Seal ended = seal;
        if (ended != null) {
            check.seal(ended, records);
        } else if (!records.isEmpty()) {
            check.fault(records.getFirst().name() + " comes before any seal");
        }
        seal = null;
        records.clear();
    }
}
