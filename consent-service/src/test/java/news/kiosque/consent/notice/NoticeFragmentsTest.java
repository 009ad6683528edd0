package news.kiosque.consent.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NoticeFragmentsTest {
    private final NoticeAssets assets = new NoticeAssets();
    private final NoticeFragments fragments = new NoticeFragments(new Templates(), assets);
    private final Notice notice = ShippedNotice.read();

    @Test
    void staysWithinItsBudget() throws IOException {
        int script = gzipped(assets.script());
        int style = gzipped(assets.style());
        System.out.printf("Notice, gzip: script %d, style %d bytes%n", script, style);

        // The other half of 1.5 KB is of the script that waits in articles.
        assertThat(script).isLessThanOrEqualTo(768);
        assertThat(style).isLessThanOrEqualTo(2_560);
    }

    @Test
    void offersToRefuseExactlyAsToAccept() {
        for (String language : notice.languages()) {
            for (Mode mode : Mode.values()) {
                String html = fragments.of(notice, language, mode).html();
                Words words = notice.in(language);
                assertThat(html).contains("<button name=\"choice\" value=\"accept\">" + words.get("accept"))
                        .contains("<button name=\"choice\" value=\"refuse\">" + words.get("refuse"))
                        .contains("href=\"/choix?lang=" + language + "\"").doesNotContain("style=");
                assertThat(html.contains("checked")).isEqualTo(mode.isTicked());
                assertThat(html).contains("integrity=\"" + assets.scriptHash() + "\"");
            }
        }
    }

    @Test
    void changesItsHashWithTheTextOnly() {
        String hash = fragments.of(notice, "fr", Mode.OPT_IN).textHash();

        assertThat(fragments.of(with("refuse", "Non"), "fr", Mode.OPT_IN).textHash()).isNotEqualTo(hash);
        assertThat(fragments.of(with("storedTitle", "Autre"), "fr", Mode.OPT_IN).textHash()).isEqualTo(hash);
    }

    @Test
    void saysEverythingInEveryLanguage() {
        assertThat(notice.in("fr").all().keySet()).isEqualTo(notice.in("en").all().keySet());
        assertThat(notice.purposes()).allSatisfy(terms -> {
            assertThat(terms.name()).containsOnlyKeys("fr", "en");
            assertThat(terms.explanation()).containsOnlyKeys("fr", "en");
            assertThat(terms.cookies()).allSatisfy(cookie -> assertThat(cookie.use()).containsOnlyKeys("fr", "en"));
        });
        assertThat(notice.optional()).extracting(Notice.Terms::id)
                .containsExactlyElementsOf(Arrays.stream(
                        news.kiosque.platform.consent.ConsentCookie.Purpose.values()).map(Enum::name).toList());
    }

    private Notice with(String key, String text) {
        Map<String, String> words = new TreeMap<>(notice.in("fr").all());
        words.put(key, text);
        return new Notice(notice.version(), notice.updated(), notice.purposes(),
                Map.of("fr", new Words(words), "en", notice.in("en")));
    }

    private static int gzipped(byte[] content) throws IOException {
        assertThat(new String(content, UTF_8)).isNotBlank();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }
}
