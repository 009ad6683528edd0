package news.kiosque.consent.notice;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JurisdictionsTest {

    @Test
    void keepsApartWhereLessThanAskingFirstIsLawful() {
        Jurisdictions places = new Jurisdictions(Set.of("US-CA", "BR"), Set.of("SG"));

        assertThat(places.placesOf(Mode.OPT_OUT)).containsExactly("BR", "US-CA");
        assertThat(places.placesOf(Mode.IMPLIED)).containsExactly("SG");
        assertThat(places.placesOf(Mode.OPT_IN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "FR-IDF", "RE", "NO", "IS", "LI", "GB", "UK", "GB-SCT", "CH", "JE", "EU", "fr", "F",
            "France", ""})
    void neverTakesConsentForGrantedWhereTheLawAsksForIt(String place) {
        assertThatThrownBy(() -> new Jurisdictions(Set.of(), Set.of(place)))
                .isInstanceOf(Jurisdictions.Unlawful.class);
        assertThatThrownBy(() -> new Jurisdictions(Set.of(place), Set.of()))
                .isInstanceOf(Jurisdictions.Unlawful.class);
    }
}
