package news.kiosque.recommendation.alias;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SkeletonTest {

    @ParameterizedTest
    @CsvSource({"lukashenko, loukachenko", "zelensky, zelenski", "zelenskyy, zelensky", "kiev, kyiv",
            "khrouchtchev, khrushchev", "gorbachev, gorbatchev",
            "tchaikovski, tchaikovsky", "mohamed, muhammad", "kharkiv, kharkov"})
    void hearsWhatIsSpeltOtherwise(String one, String other) {
        assertThat(Skeleton.of(one)).isEqualTo(Skeleton.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"macron, merkel", "paris, porto", "minsk, moscou"})
    void keepsApartWhatIsHeardOtherwise(String one, String other) {
        assertThat(Skeleton.of(one)).isNotEqualTo(Skeleton.of(other));
    }
}
