package news.kiosque.consent.bureau;

import java.time.LocalDate;
import java.util.List;

import news.kiosque.consent.tally.DayCount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlotsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    @Test
    void drawsEveryDayUpToTheBusiest() {
        Plots plots = Plots.of(List.of(new DayCount(TODAY, "fr", "opt_in", "given", 6),
                new DayCount(TODAY, "fr", "opt_in", "audience", 6), new DayCount(TODAY, "en", "opt_in", "refused", 4),
                new DayCount(TODAY.minusDays(1), "fr", "opt_out", "withdrawn", 1)), TODAY);

        assertThat(plots.days()).hasSize(30);
        assertThat(plots.days().getLast()).isEqualTo(new DayBar(TODAY, List.of(6L, 4L, 0L), List.of(60, 40, 0)));
        assertThat(plots.days().getLast().top(0)).isEqualTo(40);
        assertThat(plots.days().getLast().top(1)).isZero();
        assertThat(plots.total()).isEqualTo(11);
        assertThat(plots.modes()).containsExactly(new Bar("opt_in", 10, 100), new Bar("opt_out", 1, 10));
        assertThat(plots.languages()).extracting(Bar::times).containsExactly(7L, 4L);
        assertThat(plots.purposes()).containsExactly(new Bar("audience", 6, 100));
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Plots.of(List.of(), TODAY).days()).allMatch(day -> day.total() == 0);
    }
}
