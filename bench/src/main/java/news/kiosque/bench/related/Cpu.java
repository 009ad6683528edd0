package news.kiosque.bench.related;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import com.sun.management.OperatingSystemMXBean;

/** Time of the processor, which other programs on the machine do not lengthen much. */
final class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private Cpu() {}

    /** Of this thread, in nanoseconds. */
    static long ofThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of the whole process, compilers and collectors included, in nanoseconds. */
    static long ofProcess() {
        return SYSTEM.getProcessCpuTime();
    }

    /** What the thread spends on each, in milliseconds and rising order, after a round that does not count. */
    static <T> double[] millis(List<T> each, Consumer<T> work) {
        each.forEach(work);
        double[] millis = new double[each.size()];
        for (int i = 0; i < millis.length; i++) {
            long began = ofThread();
            work.accept(each.get(i));
            millis[i] = (ofThread() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** @param rising values in rising order */
    static double percentile(double[] rising, int percent) {
        return rising.length == 0 ? 0 : rising[Math.min(rising.length - 1, rising.length * percent / 100)];
    }
}
