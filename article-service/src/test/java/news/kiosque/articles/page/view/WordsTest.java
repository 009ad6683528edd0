package news.kiosque.articles.page.view;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({"2026-11-23T09:05:00Z, 23 novembre 2026 à 10 h 05, 23 November 2026 at 10:05",
            "2026-07-31T22:30:00Z, 1er août 2026 à 0 h 30, 1 August 2026 at 00:30",
            "2026-03-29T00:59:59Z, 29 mars 2026 à 1 h 59, 29 March 2026 at 01:59",
            "2026-03-29T01:00:00Z, 29 mars 2026 à 3 h 00, 29 March 2026 at 03:00"})
    void tellsTheTimeAsReadersSayIt(Instant instant, String french, String english) {
        assertThat(Words.in("fr", "fr").moment(instant, PARIS).text()).isEqualTo(french);
        assertThat(Words.in("en", "fr").moment(instant, PARIS).text()).isEqualTo(english);
    }

    @Test
    void tellsMachinesTheOffset() {
        assertThat(Words.in("fr", "fr").moment(Instant.parse("2026-07-31T22:30:00.123Z"), PARIS).datetime())
                .isEqualTo("2026-08-01T00:30:00+02:00");
    }

    @Test
    void fallsBackToTheLanguageOfTheEdition() {
        assertThat(Words.in("fr-BE", "en").by()).isEqualTo("par");
        assertThat(Words.in("uk", "en").by()).isEqualTo("by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void saysNothingThatNoPageSays(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream("/words/" + language + ".properties")) {
            properties.load(stream);
        }
        assertThat(properties.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Words.class.getRecordComponents()).map(RecordComponent::getName).toList());
    }

    @Test
    void breaksNoLineBeforeFrenchPunctuation() {
        for (RecordComponent part : Words.class.getRecordComponents()) {
            assertThat(text(part)).as(part.getName()).doesNotContainPattern("[^\u00a0\u202f][:;!?»]|«[^\u00a0]");
        }
    }

    private static String text(RecordComponent part) {
        try {
            return (String) part.getAccessor().invoke(Words.in("fr", "fr"));
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }
}
