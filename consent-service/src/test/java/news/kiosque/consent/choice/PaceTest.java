package news.kiosque.consent.choice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    private static final Optional<String> ADA = Optional.of("ada");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pace pace = new Pace(new PaceProperties(3, Duration.ofSeconds(2), 5, Duration.ofSeconds(1), 100),
            now::get);

    @Test
    void letsAReaderChooseAFewTimesAtOnceAndThenSlowly() {
        for (int choice = 0; choice < 3; choice++) {
            assertThat(pace.take(ADA, "here")).isZero();
        }
        assertThat(pace.take(ADA, "here")).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.take(Optional.of("bob"), "here")).isZero();
        pass(Duration.ofSeconds(2));
        assertThat(pace.take(ADA, "here")).isZero();
        assertThat(pace.take(ADA, "here")).isPositive();
    }

    @Test
    void boundsWhatComesFromOnePlaceWhoeverItSaysThatItIs() {
        for (int choice = 0; choice < 5; choice++) {
            assertThat(pace.take(choice % 2 == 0 ? Optional.empty() : Optional.of("reader-" + choice), "here"))
                    .isZero();
        }
        assertThat(pace.take(Optional.empty(), "here")).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.take(Optional.of("another"), "here")).isPositive();
        assertThat(pace.take(Optional.empty(), "there")).isZero();
    }

    @Test
    void remembersOnlySoMany() {
        for (int choice = 0; choice < 5; choice++) {
            pace.take(Optional.empty(), "here");
        }
        assertThat(pace.take(Optional.empty(), "here")).isPositive();
        for (int other = 0; other < 100; other++) {
            pace.take(Optional.empty(), "place-" + other);
        }
        assertThat(pace.take(Optional.empty(), "here")).isZero();
    }

    @Test
    void hasNoLimitWhereNoneIsSet() {
        Pace open = new Pace(new PaceProperties(0, Duration.ZERO, 0, Duration.ZERO, 10), now::get);
        for (int choice = 0; choice < 1_000; choice++) {
            assertThat(open.take(ADA, "here")).isZero();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
