package news.kiosque.articles.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InlineHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Un <em>mot</em> &amp; un autre|Un <em>mot</em> &amp; un autre",
            "<b>gras</b> <i>penché</i>|<strong>gras</strong> <em>penché</em>",
            "<a href=\"/monde/x\" onclick=\"x\">ici</a>|<a href=\"/monde/x\">ici</a>",
            "<a href=\"https://a.example/\">là</a>|<a href=\"https://a.example/\" rel=\"noopener\">là</a>",
            "<a href=\"javascript:alert(1)\">mal</a>|mal", "<a href=\" jav&#x09;ascript:alert(1)\">mal</a>|mal",
            "<a href=\"//evil.example\">mal</a>|mal", "<a href=\"/\\evil.example\">mal</a>|mal",
            "<a href=\"data:text/html,x\">mal</a>|mal", "<a>sans</a>|sans", "a<script>alert(1)</script>b|ab",
            "a<style>p{}</style>b|ab", "<p>un</p>|un", "1 < 2|1 &lt; 2", "H<sub>2</sub>O<br>x|H<sub>2</sub>O<br>x",
            "<svg/onload=alert(1)>x|x", "<em>ouvert|<em>ouvert</em>"})
    void keepsOnlyWhatMayBeThere(String dirty, String clean) {
        assertThat(InlineHtml.clean(dirty)).isEqualTo(clean);
        assertThat(InlineHtml.clean(clean)).isEqualTo(clean);
    }
}
