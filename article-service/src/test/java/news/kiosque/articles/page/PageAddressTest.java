package news.kiosque.articles.page;

import java.util.Map;

import news.kiosque.articles.edition.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageAddressTest {

    @Test
    void knowsWhatAPathAsksFor() {
        Map<String, PageAddress> expected = Map.of("/", new PageAddress.Home(Edition.fr), "/en/",
                new PageAddress.Home(Edition.en), "/auteur/anne-delmas",
                new PageAddress.AuthorPage(Edition.fr, "anne-delmas"), "/en/author/ann-lee",
                new PageAddress.AuthorPage(Edition.en, "ann-lee"), "/mot-cle/ukraine",
                new PageAddress.TagPage(Edition.fr, "ukraine"), "/monde/",
                new PageAddress.Place(Edition.fr, "monde", true), "/monde/europe/titre",
                new PageAddress.Place(Edition.fr, "monde/europe/titre", false), "/en/world/title",
                new PageAddress.Place(Edition.en, "world/title", false), "/en/legal",
                new PageAddress.Legal(Edition.en), "/enquetes/",
                new PageAddress.Place(Edition.fr, "enquetes", true));
        expected.forEach((path, address) -> assertThat(PageAddress.of(path)).as(path).isEqualTo(address));
        assertThat(PageAddress.of("/recherche")).isEqualTo(new PageAddress.Search(Edition.fr));
        assertThat(PageAddress.of("/en/search")).isEqualTo(new PageAddress.Search(Edition.en));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//monde", "/monde//", "/Monde/", "/monde/../api", "/%2e%2e/", "/monde/a%00b",
            "/monde;x=1/", "/auteur/", "/auteur", "/mot-cle/a/b", "/atom.xml", "/recherche/", "/en/search/x",
            "/favicon.ico", "/en/tag",
            "/monde/é", ""})
    void findsNothingAtWhatCannotBeAPage(String path) {
        assertThat(PageAddress.of(path)).isEqualTo(new PageAddress.Nowhere(edition(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/articles", "/media/x", "/assets/x.svg", "/choix", "/actuator/health",
            "/internal/x"})
    void leavesToOthersWhatIsTheirs(String path) {
        assertThat(PageAddress.isElsewhere(path)).isTrue();
        assertThat(PageAddress.isElsewhere("/monde" + path)).isFalse();
    }

    private static Edition edition(String path) {
        return path.startsWith("/en/") ? Edition.en : Edition.fr;
    }
}
