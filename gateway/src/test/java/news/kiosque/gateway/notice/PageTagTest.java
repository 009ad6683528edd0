package news.kiosque.gateway.notice;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"a~b\"", "W/\"a~b~\"", "\"\"", "\"a,b\""})
    void givesTheServiceItsOwnTagBack(String service) {
        PageTag tag = PageTag.of(service, "9f8e7d6c");

        assertThat(PageTag.parse(List.of(tag.toString()))).containsExactly(tag);
        assertThat(tag.toString()).startsWith("W/\"");
    }

    @Test
    void differsByVariant() {
        assertThat(PageTag.of("\"a\"", "0").toString()).isEqualTo("W/\"a~0\"")
                .isNotEqualTo(PageTag.of("\"a\"", "1234abcd").toString());
    }

    @Test
    void tellsStrongFromWeak() {
        assertThat(PageTag.of("\"a\"", "0").toString()).isNotEqualTo(PageTag.of("W/\"a\"", "0").toString());
    }

    @Test
    void readsSeveral() {
        assertThat(PageTag.parse(List.of("W/\"a~0\", \"b~~1\"", "W/\"c~-\""))).containsExactly(
                new PageTag("\"a\"", "0"), new PageTag("W/\"b\"", "1"), new PageTag("\"c\"", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"a\"", "a~0", "\"a~0", "", "W/", "\""})
    void knowsNothingOfForeignTags(String header) {
        assertThat(PageTag.parse(List.of(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "W/\"", "\"a", ""})
    void hasNoneWhereTheServiceHasNone(String service) {
        assertThat(PageTag.of(service, "0")).isNull();
    }
}
