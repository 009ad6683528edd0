package news.kiosque.standalone.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How one knows that a program has not come to hang: it is asked now and then, and killed when it has not answered so
 * often in sequence; while it starts, when it has not answered for so long.
 */
public record Liveness(Readiness.Asked question, Duration between, int misses, Duration toStart) {
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final int MISSES = 6;
    private static final Duration TO_START = Duration.ofMinutes(5);

    /** Patient enough for a machine that is very busy for a while. */
    public static Liveness of(Readiness.Asked question) {
        return new Liveness(question, BETWEEN, MISSES, TO_START);
    }

    /** Returns when the process has ended: false when it had to be killed. */
    boolean watch(Process process) throws InterruptedException {
        int missed = 0;
        while (!process.waitFor(between.toMillis(), TimeUnit.MILLISECONDS)) {
            missed = question.ask() ? 0 : missed + 1;
            if (missed >= misses && process.isAlive()) {
                process.destroyForcibly().waitFor();
                return false;
            }
        }
        return true;
    }

    /** In words, why it was killed before it was ready. */
    String reasonAtStart() {
        return "did not start, nor answer within " + toStart.toSeconds() + " s, and was killed";
    }

    /** In words, why it was killed. */
    String reason() {
        return "did not answer " + misses + " times in sequence and was killed";
    }
}
