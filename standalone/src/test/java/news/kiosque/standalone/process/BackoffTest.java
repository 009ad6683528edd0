package news.kiosque.standalone.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    @Test
    void doublesUpToItsLimit() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Backoff.after(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(5)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Backoff.after(6)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Backoff.after(1_000)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void tellsSignalsFromExitCodes() {
        assertThat(ExitReason.of(137)).isEqualTo("was ended by signal 9");
        assertThat(ExitReason.of(1)).isEqualTo("ended with exit code 1");
        assertThat(ExitReason.of(255)).isEqualTo("ended with exit code 255");
    }
}
