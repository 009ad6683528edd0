package news.kiosque.recommendation.related;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceTest {

    private static final long MILLIS = 1_000_000;

    private final Pace pace = new Pace(0.25);

    @Test
    void aTurnHoldsAsManyListsAsItsTimeAllows() {
        for (int turn = 0; turn < 200; turn++) {
            pace.worked(Lane.MARKS, 10, 5 * MILLIS);
        }
        assertThat(pace.lists(Lane.MARKS)).isBetween(29, 30);
    }

    @Test
    void aTurnHoldsOneListHoweverLongItTakes() {
        for (int turn = 0; turn < 200; turn++) {
            pace.worked(Lane.MARKS, 1, 900 * MILLIS);
        }
        assertThat(pace.lists(Lane.MARKS)).isOne();
    }

    @Test
    void aTurnLastsAsLongAsKafkaTakesForItButNotForEver() {
        for (int turn = 0; turn < 200; turn++) {
            pace.worked(Lane.MARKS, 1, 10 * MILLIS);
            pace.committed(100 * MILLIS);
        }
        assertThat(pace.lists(Lane.MARKS)).isBetween(9, 10);
        for (int turn = 0; turn < 200; turn++) {
            pace.committed(9_000 * MILLIS);
        }
        assertThat(pace.lists(Lane.MARKS)).isBetween(24, 25);
    }

    @Test
    void theBackfillWaitsOutItsShare() {
        assertThat(pace.isTurnOf(Lane.BACKFILL)).isTrue();
        pace.worked(Lane.BACKFILL, 1, Duration.ofHours(1).toNanos());
        assertThat(pace.isTurnOf(Lane.BACKFILL)).isFalse();
        assertThat(pace.untilBackfill()).isBetween(Duration.ofMinutes(179), Duration.ofMinutes(180));
        assertThat(pace.isTurnOf(Lane.MARKS)).isTrue();
    }

    @Test
    void aShareOutsideOfOneCoreIsRefused() {
        assertThatThrownBy(() -> new Pace(0)).hasMessageContaining("backfill-share");
        assertThatThrownBy(() -> new Pace(1.1)).hasMessageContaining("backfill-share");
    }
}
