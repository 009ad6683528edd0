package news.kiosque.standalone.archive;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** How far it is: a bar that moves on a terminal, a line now and then elsewhere. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final long OFTEN = 200_000_000;
    private static final long SELDOM = 5_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long started;
    private long shown;

    /** @param nanos a monotonic clock, such as {@link System#nanoTime} */
    public Progress(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.shown = started;
    }

    /** @param part from 0 to 1; negative when the end is not known */
    void show(double part, Tally tally) {
        long now = nanos.getAsLong();
        if (now - shown >= (terminal ? OFTEN : SELDOM)) {
            shown = now;
            var line = line(part, tally.all(), now - started);
            out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
            out.flush();
        }
    }

    /** Leaves the line of the bar. */
    public void end() {
        if (terminal && shown != started) {
            out.println();
        }
    }

    /** Since it began. */
    public double seconds() {
        return Math.max(0.001, (nanos.getAsLong() - started) / 1e9);
    }

    private static String line(double part, long lines, long nanos) {
        double seconds = Math.max(0.001, nanos / 1e9);
        var rate = "%,d lines  %,.0f/s".formatted(lines, lines / seconds);
        if (part <= 0) {
            return rate;
        }
        int full = (int) Math.round(part * WIDTH);
        long left = Math.round(seconds * (1 - part) / part);
        return "[%s%s] %3.0f %%  %s  %d:%02d left".formatted("#".repeat(full), "-".repeat(WIDTH - full), part * 100,
                rate, left / 60, left % 60);
    }
}
