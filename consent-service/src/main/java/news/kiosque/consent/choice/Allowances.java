package news.kiosque.consent.choice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many at once, and then one each so often, for each of those that were heard of last; used by one thread at a time. */
final class Allowances {
    private final long each;
    private final long reserve;
    /** When the allowance of each will be whole again, in the nanoseconds of a monotonic clock. */
    private final Map<String, Long> whole;

    /** @param each zero for no limit at all */
    Allowances(int burst, Duration each, int remembered) {
        this.each = each.toNanos();
        reserve = this.each * burst;
        whole = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > remembered;
            }
        };
    }

    /** How long this one has to wait; zero when it may go on, which counts then. */
    Duration take(String who, long now) {
        long before = whole.getOrDefault(who, now);
        long after = (before - now < 0 ? now : before) + each;
        if (after - now > reserve) {
            return Duration.ofNanos(after - now - reserve);
        }
        whole.put(who, after);
        return Duration.ZERO;
    }
}
