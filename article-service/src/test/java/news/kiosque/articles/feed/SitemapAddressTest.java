package news.kiosque.articles.feed;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import news.kiosque.articles.article.Month;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.feed.Sitemap.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SitemapAddressTest {
    private static final YearMonth MAY = YearMonth.of(2019, 5);

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/sitemap-fr.xml", "/sitemap-en-2019-05.xml", "/sitemap-fr-2019-05-2.xml"})
    void isFoundAgainByItsPath(String path) {
        assertThat(SitemapAddress.of(path)).map(SitemapAddress::path).hasValue(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap", "/sitemap-de.xml", "/sitemap-fr-2019.xml", "/sitemap-fr-2019-13.xml",
            "/sitemap-fr-2019-05-1.xml", "/sitemap-fr-2019-05-0.xml", "/sitemap-fr-2019-05-99999.xml",
            "/monde/sitemap.xml"})
    void isNotAnythingElse(String path) {
        assertThat(SitemapAddress.of(path)).isEmpty();
    }

    @Test
    void dividesAMonthThatHasMoreThanGoIntoOne() {
        Instant changed = Instant.parse("2026-11-23T08:00:00Z");
        assertThat(Sitemaps.parts(Edition.fr, new Month(MAY, Sitemaps.MOST_ARTICLES, changed)))
                .containsExactly(new Entry("/sitemap-fr-2019-05.xml", changed));
        assertThat(Sitemaps.parts(Edition.fr, new Month(MAY, Sitemaps.MOST_ARTICLES + 1, changed)))
                .extracting(Entry::path)
                .isEqualTo(List.of("/sitemap-fr-2019-05.xml", "/sitemap-fr-2019-05-2.xml"));
    }
}
