package news.kiosque.events;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    @Test
    void tellsAnotherTextFromTheSame() {
        assertThat(of("Le titre", "Monde")).isEqualTo(of("Le titre", "Monde")).isNotEqualTo(of("Un titre", "Monde"))
                .hasSize(16);
    }

    @Test
    void staysWhenASectionIsRenamed() {
        assertThat(of("Le titre", "Monde")).isEqualTo(of("Le titre", "Le monde"));
    }

    @Test
    void tellsAnotherOrderFromTheSame() {
        assertThat(Fingerprint.ofList(List.of("a", "b"))).isNotEqualTo(Fingerprint.ofList(List.of("b", "a")));
    }

    private static String of(String headline, String section) {
        Instant at = Instant.parse("2026-11-02T08:00:00Z");
        return Fingerprint.of(new PublicArticle("id", "fr", "fr", "/monde/titre", headline, "",
                List.of(new PublicArticle.Section("monde", section)), List.of(), List.of(), List.of(), List.of(),
                List.of(), null, at, at));
    }
}
