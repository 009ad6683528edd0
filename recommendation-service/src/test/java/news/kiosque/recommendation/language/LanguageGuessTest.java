package news.kiosque.recommendation.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageGuessTest {
    private static final String FRENCH = "Le chef de l’État n’a rien dit des élections qui se tiendront au printemps dans "
            + "tout le pays, mais son entourage laisse entendre qu’il pourrait s’exprimer avant la fin de la semaine.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fr|" + FRENCH,
            "en|The head of state said nothing about the elections that will be held in the spring, but those who are close "
                    + "to him say that he could speak before the end of the week.",
            "de|Der Präsident hat nichts zu den Wahlen gesagt, die im Frühling stattfinden sollen, aber seine Berater lassen "
                    + "durchblicken, dass er sich noch vor dem Ende der Woche äußern könnte.",
            "es|El jefe del Estado no ha dicho nada de las elecciones que se celebrarán en la primavera, pero los suyos dicen "
                    + "que él podría hablar antes del fin de la semana.",
            "it|Il capo dello Stato non ha detto nulla sulle elezioni che si terranno in primavera, ma i suoi dicono che "
                    + "potrebbe parlare prima della fine della settimana con i giornalisti."})
    void knowsALanguageByItsLittleWords(String language, String text) {
        assertThat(LanguageGuess.of(text)).contains(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Kiev", "Macron, Merkel, Poutine, Zelensky, Minsk, Kiev, Moscou",
            "Οι στρατιώτες της Ουκρανίας πολεμούν κοντά στο Κίεβο και οι οικογένειές τους περιμένουν στο Μινσκ τον πόλεμο να "
                    + "τελειώσει για να γυρίσουν στα σπίτια τους πριν από τον χειμώνα που έρχεται",
            "東京の兵士"})
    void saysNothingOfWhatItCannotKnow(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }

    @Test
    void doubtsADeclarationThatIsWrong() {
        assertThat(LanguageGuess.insteadOf("en-GB", FRENCH)).contains("fr");
        assertThat(LanguageGuess.insteadOf("fr-CA", FRENCH)).isEmpty();
        assertThat(LanguageGuess.insteadOf("fr_FR", FRENCH)).isEmpty();
        assertThat(LanguageGuess.insteadOf("", FRENCH)).contains("fr");
    }

    @Test
    void knowsFrenchThatQuotesEnglish() {
        assertThat(LanguageGuess.of(FRENCH + " « To be or not to be », a-t-il lancé à la presse.")).contains("fr");
    }
}
