package news.kiosque.proof;

import java.time.Instant;
import java.util.Locale;

/**
 * The whole ledger as text, to be kept and checked elsewhere: a line a seal, each followed by its records, then the
 * records that are under no seal, then the end. Parts of a line stand between tabs: they are the lines of what is signed or
 * hashed, and then the signature or the hash.
 */
public final class LedgerLines {
    public static final String BEGIN = "kiosque-ledger-v1";
    public static final String END = "end";
    static final String SEAL = "kiosque-seal-v1";
    static final String RECORD = "kiosque-record-v1";
    static final String UNSEALED = "unsealed";
    static final String FAULT = "fault";
    private static final int SEAL_PARTS = 9;
    private static final int RECORD_PARTS = 13;

    private LedgerLines() {}

    public static String of(Seal seal) {
        return tabbed(seal.statement()) + "\t" + seal.signature();
    }

    public static String of(LedgerRecord record) {
        return tabbed(record.statement()) + "\t" + clean(record.hash());
    }

    /** @param claimsSeal whether it says that it is under a seal */
    public static String unsealed(LedgerRecord record, boolean claimsSeal) {
        return UNSEALED + "\t" + (claimsSeal ? "claims" : "open") + "\t" + of(record);
    }

    /** Something that is wrong and that the lines themselves do not show. */
    public static String fault(String finding) {
        return FAULT + "\t" + clean(finding);
    }

    static Seal seal(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != SEAL_PARTS) {
            throw new IllegalArgumentException("Not a seal: " + start(line));
        }
        return new Seal(Long.parseLong(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3]), parts[4],
                parts[5], time(parts[6]), parts[7], parts[8]);
    }

    static LedgerRecord record(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != RECORD_PARTS || !parts[0].equals(RECORD)) {
            throw new IllegalArgumentException("Not a record: " + start(line));
        }
        return new LedgerRecord(parts[1], parts[2], Long.parseLong(parts[3]), LedgerRecord.Type.valueOf(parts[4]),
                parts[7], parts[8], time(parts[5]), time(parts[6]), parts[9], parts[10], parts[11], parts[12]);
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    /** Whatever somebody has put into the store, it stays one line; its hash shows that it is not what it was. */
    private static String clean(String text) {
        return text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replaceAll("[\t\r\n]", "\uFFFD");
    }

    /** A tab or line break inside of a part gives a line of too many parts, which is no record. */
    private static String tabbed(String statement) {
        return statement.replace('\r', '\uFFFD').replace('\n', '\t');
    }

    private static String start(String line) {
        return String.format(Locale.ROOT, "%.40s", line);
    }
}
