package news.kiosque.consent.bureau;

import java.time.LocalDate;
import java.util.List;

/** The choices of one day: {@code times} in the order given, refused, withdrawn; {@code heights} the same in percent of the plot. */
public record DayBar(LocalDate day, List<Long> times, List<Integer> heights) {

    /** Where the part with this number begins, in percent from the top. */
    public int top(int part) {
        return 100 - heights.stream().limit(part + 1L).mapToInt(Integer::intValue).sum();
    }

    public long total() {
        return times.stream().mapToLong(Long::longValue).sum();
    }
}
