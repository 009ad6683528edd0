package news.kiosque.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the chain of each subject has been followed. Records may come a little early, as they can when two instances
 * seal side by side; they wait for those before them.
 */
final class Chains {
    private final LastLinks last = new LastLinks();
    private final Map<String, TreeMap<Long, LedgerRecord>> early = new HashMap<>();

    /** What is wrong with how the record follows those before it, and with those that waited for it. */
    List<String> follow(LedgerRecord record, String hash) {
        List<String> faults = new ArrayList<>(0);
        if (record.sequence() > last.sequence(record.subject()) + 1) {
            if (early.computeIfAbsent(record.subject(), _ -> new TreeMap<>()).putIfAbsent(record.sequence(),
                    record) != null) {
                faults.add(record.name() + " is there twice");
            }
            return faults;
        }
        append(record, hash, faults);
        TreeMap<Long, LedgerRecord> waiting = early.isEmpty() ? null : early.get(record.subject());
        while (waiting != null && !waiting.isEmpty()
                && waiting.firstKey() == last.sequence(record.subject()) + 1) {
            LedgerRecord next = waiting.pollFirstEntry().getValue();
            append(next, next.computedHash(), faults);
        }
        if (waiting != null && waiting.isEmpty()) {
            early.remove(record.subject());
        }
        return faults;
    }

    /** Those that still wait when there is nothing more. */
    List<LedgerRecord> unfollowed() {
        return early.values().stream().map(TreeMap::values).flatMap(Collection::stream).toList();
    }

    private void append(LedgerRecord record, String hash, List<String> faults) {
        if (record.sequence() != last.sequence(record.subject()) + 1) {
            faults.add(record.name() + " does not follow the one before");
        }
        if (!last.isBoundTo(record.subject(), record.previous())) {
            faults.add(record.name() + " is not bound to the one before");
        }
        if (last.hasEnded(record.subject())) {
            faults.add(record.name() + " comes after the erasure");
        }
        last.put(record.subject(), record.sequence(), hash, record.type() == LedgerRecord.Type.ERASED);
    }
}
