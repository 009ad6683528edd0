package news.kiosque.recommendation.index;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnalysisTest {
    private final Analysis french = Analysis.of("fr-FR");
    private final Analysis english = Analysis.of("en");

    /** Each pair is one word to a reader, so it has to be one term. */
    @ParameterizedTest
    @CsvSource({"L’Élysée, elysee", "l'élysée, ÉLYSÉE", "Lʼélysée, Elysée", "JUSQU’À Paris, paris",
            "identité, identite", "IDENTITÉS, identité", "qu’Ukraine, Ukraine", "cœur, coeur", "D’Artagnan, artagnan",
            "élections, élection", "Bélarusses, bélarusse", "soldats, soldat", "lorsqu’Emmanuel, emmanuel",
            "nationaux, national", "L’‘Équipe’, équipe", "garçons, garcon", "naïve, naive", "quoiqu’Île, ile"})
    void findsTheOneByTheOther(String written, String sought) {
        assertThat(french.terms(written)).isEqualTo(french.terms(sought)).isNotEmpty();
    }

    /** Each pair is two different words, which stemming must not make one. */
    @ParameterizedTest
    @CsvSource({"guerre, guerrier", "police, politique", "marche, marin", "presqu’île, île", "port, porte-parole"})
    void keepsApart(String one, String other) {
        assertThat(french.terms(one)).isNotEqualTo(french.terms(other));
    }

    @Test
    void leavesOutWordsThatEveryTextHas() {
        assertThat(french.terms("C’est à la une et dans les pages, même où l’on n’y croit pas")).containsExactly("est",
                "page", "croit");
        assertThat(english.terms("The house that is in the city")).containsExactly("house", "city");
    }

    @Test
    void undoesTheEnglishPossessive() {
        assertThat(english.terms("Ukraine’s soldiers")).isEqualTo(english.terms("Ukraine soldier"));
    }

    @Test
    void cutsALanguageWithoutRulesByUnicode() {
        assertThat(Analysis.of("el").terms("Οι στρατιώτες της Ουκρανίας")).contains("στρατιώτες");
        assertThat(Analysis.of("ja").terms("東京の兵士")).contains("東", "京");
    }

    @Test
    void knowsNamesByTheirCapitals() {
        List<String> names = new Names("fr").in("Les soldats parlent. Hier, Emmanuel Macron a reçu à l’Élysée le chef "
                + "d’état-major de Saint-Denis. Demain il part.");
        assertThat(names).contains("emmanuel", "macron", "emmanuel macron", "elysee", "saint denis")
                .doesNotContain("les", "hier", "demain", "soldats");
    }

    @Test
    void takesANameAtTheBeginningOfASentenceForOneWhenItIsOneElsewhere() {
        assertThat(new Names("fr").in("Macron parle. On écoute Macron.")).containsExactly("macron", "macron");
        assertThat(new Names("fr").in("Parler coûte.")).isEmpty();
    }
}
