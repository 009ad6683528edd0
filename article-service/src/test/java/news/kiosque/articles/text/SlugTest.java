package news.kiosque.articles.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"L’été à Œuf-sur-Mer|l-ete-a-oeuf-sur-mer",
            "L'Œuvre d'Ægidius, « chère » !|l-oeuvre-d-aegidius-chere", "Ça coûte 1 000 € – déjà|ca-coute-1-000-deja",
            "Loukachenko — VIDÉO|loukachenko-video", "Straße nach Łódź|strasse-nach-lodz", "e\u0301te\u0301|ete",
            "½ ﬁn|1-2-fin"})
    void makesNamesFitForAnAddress(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
        assertThat(Slug.isValid(slug)).isTrue();
    }

    @Test
    void isEmptyWhereNothingIsLeft() {
        assertThat(Slug.of("Минск ?!")).isEmpty();
        assertThat(Slug.isValid("")).isFalse();
    }

    @Test
    void cutsBetweenWords() {
        String slug = Slug.of("mot ".repeat(40));

        assertThat(slug.length()).isBetween(Slug.MAX_LENGTH - 4, Slug.MAX_LENGTH);
        assertThat(slug).endsWith("-mot").startsWith("mot-mot");
    }

    @Test
    void cutsAWordThatIsTooLongByItself() {
        assertThat(Slug.of("a".repeat(200))).hasSize(Slug.MAX_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({"Monde", "à", "-a", "a-", "a--b", "a/b", "a b"})
    void knowsWhatIsNotOne(String text) {
        assertThat(Slug.isValid(text)).isFalse();
    }
}
