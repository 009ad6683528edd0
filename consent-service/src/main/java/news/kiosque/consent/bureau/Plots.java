package news.kiosque.consent.bureau;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import news.kiosque.consent.tally.DayCount;
import news.kiosque.platform.consent.ConsentCookie.Purpose;

/** What was counted, as bars. */
public record Plots(List<DayBar> days, List<Bar> modes, List<Bar> languages, List<Bar> purposes, long total) {
    static final int DAYS = 30;
    private static final List<String> KINDS = List.of("given", "refused", "withdrawn");

    static Plots of(List<DayCount> counts, LocalDate today) {
        Predicate<DayCount> choice = count -> KINDS.contains(count.what());
        Map<LocalDate, Map<String, Long>> byDay = counts.stream().filter(choice).collect(Collectors.groupingBy(
                DayCount::day, Collectors.groupingBy(DayCount::what, Collectors.summingLong(DayCount::times))));
        long most = byDay.values().stream().mapToLong(day -> day.values().stream().mapToLong(Long::longValue).sum())
                .max().orElse(0);
        List<DayBar> days = today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1))
                .map(day -> day(day, byDay.getOrDefault(day, Map.of()), most)).toList();
        return new Plots(days, bars(counts, choice, DayCount::mode), bars(counts, choice, DayCount::language),
                bars(counts, count -> Purpose.named(count.what()).isPresent(), DayCount::what),
                days.stream().mapToLong(DayBar::total).sum());
    }

    private static DayBar day(LocalDate day, Map<String, Long> kinds, long most) {
        List<Long> times = KINDS.stream().map(kind -> kinds.getOrDefault(kind, 0L)).toList();
        return new DayBar(day, times, times.stream().map(count -> percent(count, most)).toList());
    }

    private static List<Bar> bars(List<DayCount> counts, Predicate<DayCount> which,
            Function<DayCount, String> name) {
        Map<String, Long> times = counts.stream().filter(which)
                .collect(Collectors.groupingBy(name, Collectors.summingLong(DayCount::times)));
        long most = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return times.entrySet().stream()
                .map(one -> new Bar(one.getKey(), one.getValue(), percent(one.getValue(), most)))
                .sorted(Comparator.comparingLong(Bar::times).reversed().thenComparing(Bar::name)).toList();
    }

    private static int percent(long part, long whole) {
        return whole == 0 ? 0 : (int) (100 * part / whole);
    }
}
