package news.kiosque.standalone.process;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks after one running process: until it is ready, and that it does not come to hang.
 *
 * @param ready whether it has become ready
 * @param becomeReady is told when it is seen to be
 */
record Watch(Program program, Process process, BooleanSupplier ready, Runnable becomeReady) {
    private static final long POLL_MILLISECONDS = 100;

    /** Returns when the process has ended, with the reason; it is killed when it hangs. */
    String untilEnd() throws InterruptedException {
        var liveness = program.liveness();
        if (!startsOrEnds()) {
            return liveness.reasonAtStart();
        }
        return liveness.watch(process) ? ExitReason.of(process.exitValue()) : liveness.reason();
    }

    /** One that works towards being ready answers in the meantime, however long it takes. */
    private boolean startsOrEnds() throws InterruptedException {
        var liveness = program.liveness();
        long looked = System.nanoTime();
        long answered = looked;
        while (!isReady() && process.isAlive()) {
            long now = System.nanoTime();
            if (now - looked >= liveness.between().toNanos()) {
                looked = now;
                answered = liveness.question().ask() ? System.nanoTime() : answered;
            }
            if (now - answered > liveness.toStart().toNanos()) {
                process.destroyForcibly().waitFor();
                return false;
            }
            process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private boolean isReady() {
        if (program.readiness() instanceof Readiness.Asked question && question.ask()) {
            becomeReady.run();
        }
        return ready.getAsBoolean();
    }
}
