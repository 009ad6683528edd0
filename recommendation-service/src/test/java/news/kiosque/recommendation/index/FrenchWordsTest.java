package news.kiosque.recommendation.index;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The words that newspapers write in one way and readers type in another: {@code french-words.csv}. */
class FrenchWordsTest {
    private final Analysis french = Analysis.of("fr");

    @ParameterizedTest
    @CsvFileSource(resources = "/french-words.csv", numLinesToSkip = 1)
    void eachIsFoundAsReadersTypeIt(String written, String typed, String why) {
        assertThat(seen(french.sought(written))).as(why).containsAnyElementsOf(seen(french.sought(typed)));
        assertThat(french.terms(written)).as(why).isEqualTo(french.terms(typed)).isNotEmpty();
    }

    @Test
    void keepsAWordAndItsStemApart() {
        assertThat(french.sought("élections")).containsExactly(new Analysis.Sought("elections", "election", 0));
        assertThat(french.sought("une élection")).containsExactly(new Analysis.Sought("election", "election", 1));
    }

    @Test
    void keepsTheGapsThatPhrasesNeed() {
        assertThat(french.sought("le chef de l’État")).extracting(Analysis.Sought::word, Analysis.Sought::place)
                .containsExactly(tuple("chef", 1),
                        tuple("etat", 3));
    }

    @Test
    void takesAWordInCapitalsForAnAcronym() {
        assertThat(Analysis.of("en").sought("the IT crowd")).extracting(Analysis.Sought::word)
                .containsExactly("it", "crowd");
        assertThat(Analysis.of("en").sought("it was crowded")).extracting(Analysis.Sought::word)
                .doesNotContain("it");
    }

    private static List<String> seen(List<Analysis.Sought> words) {
        return words.stream().map(Analysis.Sought::stem).toList();
    }
}
