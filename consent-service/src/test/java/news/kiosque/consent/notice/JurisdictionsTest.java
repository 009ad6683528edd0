package news.kiosque.consent.notice;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JurisdictionsTest {

    @Test
    void asksFirstWhereverItIsNotKnownThatItNeedNot() {
        Jurisdictions places = new Jurisdictions(Set.of("US-CA", "BR"), Set.of("SG"));

        assertThat(places.modeIn("US-CA")).isEqualTo(Mode.OPT_OUT);
        assertThat(places.modeIn("BR-SP")).isEqualTo(Mode.OPT_OUT);
        assertThat(places.modeIn("SG")).isEqualTo(Mode.IMPLIED);
        assertThat(places.modeIn("US-NY")).isEqualTo(Mode.OPT_IN);
        assertThat(places.modeIn("FR")).isEqualTo(Mode.OPT_IN);
        assertThat(places.modeIn("")).isEqualTo(Mode.OPT_IN);
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
