package news.kiosque.bench.related;

import java.util.Locale;

/**
 * One thing that was measured.
 *
 * @param articles in the index
 */
record Figure(int articles, String what, double value, String unit) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,10d articles  %-64s %,10.3f %s", articles, what, value, unit);
    }
}
