package news.kiosque.standalone.process;

import java.time.Duration;

/** How long a program that keeps dying waits before its next start: half a second, doubled up to 15 s. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int DOUBLINGS = 5;

    private Backoff() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures) {
        var wait = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, failures - 1));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
