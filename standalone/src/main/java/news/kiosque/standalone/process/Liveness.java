package news.kiosque.standalone.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How one knows that a program that was ready has not come to hang: it is asked now and then, and killed when it has
 * not answered so often in sequence.
 */
public record Liveness(Readiness.Asked question, Duration between, int misses) {
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final int MISSES = 6;

    /** Patient enough for a machine that is very busy for a while. */
    public static Liveness of(Readiness.Asked question) {
        return new Liveness(question, BETWEEN, MISSES);
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

    /** In words, why it was killed. */
    String reason() {
        return "did not answer " + misses + " times in sequence and was killed";
    }
}
