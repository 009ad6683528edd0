package news.kiosque.consent.choice;

import news.kiosque.consent.RunningConsentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChoicePagesIT extends RunningConsentService {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/choix | X | x | fr", "/choix?lang=en | X | x | en",
            "/choix?lang=xx | X | x | fr", "/choix | Accept-Language | en-GB,en;q=0.8 | en",
            "/choix | Accept-Language | de | fr", "/choix | Accept-Language | ;;;q=x | fr",
            "/choix | Referer | https://kiosque.example/en/world/x | en",
            "/choix | Referer | https://kiosque.example/monde/x | fr",
            "/choix | Referer | https://evil.example/en/x | fr", "/choix | Referer | :// | fr"})
    void speaksTheReadersLanguage(String path, String header, String value, String language) {
        http.get().uri(path).header(header, value).exchange().expectStatus().isOk().expectHeader()
                .valueEquals("Content-Language", language).expectHeader().valueEquals("Cache-Control", "no-store")
                .expectHeader().valueMatches("Content-Security-Policy", "default-src 'none'; .*form-action 'self'.*");
    }

    @Test
    void showsTheChoiceThatTheBrowserKeepsAndNoForgedOne() {
        String cookie = postJson("/choix/v1/decisions", "", decision("custom", "[\"audience\"]")).expectStatus()
                .isCreated().expectBody().returnResult().getResponseCookies().getFirst("cs").getValue();

        assertThat(page(cookie)).contains("You have agreed to:").contains("Withdraw my consent")
                .contains("id=\"choose-audience\" checked").doesNotContain("id=\"choose-embeds\" checked");
        assertThat(page(cookie.replace(".1.1.", ".1.f."))).contains("You have not chosen");
        assertThat(page("v1.".repeat(500))).contains("You have not chosen");
    }

    /** Where the law lets it happen until the reader objects, the page must not say that it is refused. */
    @ParameterizedTest
    @CsvSource({"opt_out, x=1, 0, true", "implied, x=1, 0, true", "opt_in, x=1, 0, false", "nonsense, x=1, 0, false",
            "opt_out, cs=forged, 0, false", "opt_out, x=1, 1, false"})
    void saysWhatIsPresumedWhereTheLawAllowsIt(String mode, String cookie, String signal, boolean presumed) {
        String page = http.get().uri("/choix?lang=en").header("X-Kiosque-Mode", mode).header("Cookie", cookie)
                .header("Sec-GPC", signal).exchange().expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody();

        assertThat(page.contains("the law allows these uses until you object")).isEqualTo(presumed);
        assertThat(page.contains("all that is not necessary is refused")).isNotEqualTo(presumed);
        assertThat(page.contains("checked")).isEqualTo(presumed);
        boolean obeyed = mode.startsWith("opt_out") && signal.equals("0") || presumed;
        assertThat(page).contains("name=\"mode\" value=\"" + (obeyed ? mode : "opt_in") + "\"");
    }

    @Test
    void neverEchoesWhatItWasGiven() {
        String page = http.get().uri("/choix?lang=en&said=<script>alert(1)</script>").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
        assertThat(page).doesNotContain("alert(1)");
    }

    private String page(String cookie) {
        return http.get().uri("/choix?lang=en").header("Cookie", "cs=" + cookie).exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
    }
}
