package news.kiosque.story;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The notice as readers meet it, with and without JavaScript, and what becomes of their choices. */
@EnabledIf("news.kiosque.story.Browser#isThere")
class NoticeInBrowserIT {
    private static final int LOADS = Integer.getInteger("kiosque.loads", 20);
    private static final int AUDIENCE = 1;
    private static final int ALL = 0xf;
    /** Audience and embeds, chosen in a browser that objects. */
    private static final int ALL_BUT_OBJECTED = 0x19;
    private static final String FRONT_PAGE = "/";
    private static Browser browser;

    private final Suite suite = Suite.running();

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private ConsentReader reader(NewContextOptions options) {
        return new ConsentReader(browser, suite, options);
    }

    private static NewContextOptions scripts(boolean enabled) {
        return new NewContextOptions().setJavaScriptEnabled(enabled).setViewportSize(1280, 900);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderRefusesAcceptsAndWithdrawsAndOnlyTheNecessaryCookiesAreLeft(boolean javaScript) {
        try (ConsentReader reader = reader(scripts(javaScript))) {
            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).isVisible();
            assertThat(reader.cookies()).isEmpty();
            assertThat(reader.stored()).isZero();

            reader.keep("kp", "left from before");
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.cookies()).containsExactly("cs", "csid");
            assertThat(reader.agreed()).isZero();
            assertThat(reader.stored()).isZero();

            reader.page.locator("footer a[href^='/choix']").click();
            reader.press("accept");
            assertThat(reader.agreed()).isEqualTo(ALL);
            reader.keep("ka", "left by the audience measurement");
            reader.open("/choix");
            reader.page.locator("form[action$='withdrawals'] button").click();
            reader.page.waitForLoadState();
            assertThat(reader.cookies()).containsExactly("cs", "csid");
            assertThat(reader.agreed()).isZero();
            assertThat(reader.stored()).isZero();
            assertThat(reader.askedElsewhere).isEmpty();
            assertThat(reader.faults).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderChoosesByPurpose(boolean javaScript) {
        try (ConsentReader reader = reader(scripts(javaScript))) {
            reader.open(FRONT_PAGE);
            Locator boxes = reader.notice().locator("input[type=checkbox]");
            assertThat(boxes.and(reader.page.locator(":checked"))).hasCount(0);

            reader.notice().locator("summary").click();
            boxes.first().check();
            reader.press("custom");

            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.agreed()).isEqualTo(AUDIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBrowserThatObjectsIsToldSoAndLeavesAdvertisingRefused(boolean javaScript) {
        try (ConsentReader reader = reader(scripts(javaScript).setExtraHTTPHeaders(Map.of("Sec-GPC", "1")))) {
            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).containsText("GPC");
            assertThat(reader.notice().locator("[data-gpc]")).isVisible();

            reader.press("accept");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.agreed()).isEqualTo(ALL_BUT_OBJECTED);
        }
        try (ConsentReader other = reader(scripts(javaScript))) {
            other.open(FRONT_PAGE);
            assertThat(other.notice().locator("[data-gpc]")).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChoiceThatIsForgedOrHasExpiredIsAskedForAgain(boolean javaScript) {
        try (ConsentReader reader = reader(scripts(javaScript))) {
            reader.open(FRONT_PAGE);
            String version = reader.notice().locator("input[name=notice]").first().inputValue();

            reader.keep("cs", ConsentCookies.signed(suite, version, 60));
            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).hasCount(0);
            for (String none : List.of(ConsentCookies.signed(suite, version, -1),
                    ConsentCookies.signed(suite, version + "0", 60), "v1.k1." + version + ".f.99999999999.x")) {
                reader.keep("cs", none);
                reader.open(FRONT_PAGE);
                assertThat(reader.notice()).isVisible();
            }
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChoiceIsMadeForOneHostOnly(boolean javaScript) {
        String sub = suite.address().toString().replace("//", "//sub.");
        try (ConsentReader reader = reader(scripts(javaScript))) {
            reader.open(FRONT_PAGE);
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);

            reader.page.navigate(sub + FRONT_PAGE);
            assertThat(reader.notice()).isVisible();
            reader.press("accept");
            assertThat(reader.notice()).hasCount(0);

            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.agreedOn("localhost")).isZero();
            assertThat(reader.agreedOn("sub.localhost")).isEqualTo(ALL);
        }
    }

    @Test
    void everybodyIsAskedAgainAfterAMaterialChangeAndNobodyAfterAnEditorialOne() {
        NoticeDesk desk = new NoticeDesk(suite);
        try (ConsentReader reader = reader(scripts(true)); ConsentReader plain = reader(scripts(false))) {
            List<ConsentReader> both = List.of(reader, plain);
            both.forEach(this::refuses);

            desk.publish(false);
            desk.awaitShown();
            for (ConsentReader one : both) {
                one.open(FRONT_PAGE);
                assertThat(one.notice()).hasCount(0);
            }

            desk.publish(true);
            desk.awaitShown();
            both.forEach(this::refuses);
        }
    }

    private void refuses(ConsentReader reader) {
        reader.open(FRONT_PAGE);
        assertThat(reader.notice()).isVisible();
        reader.press("refuse");
        assertThat(reader.notice()).hasCount(0);
    }

    @Test
    void aChoiceGoesThePlainWayWhenTheScriptsRequestIsLost() {
        try (ConsentReader reader = reader(scripts(true))) {
            reader.page.route("**/choix/v1/decisions", route -> {
                if (route.request().headers().get("content-type").startsWith("application/json")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            reader.open(FRONT_PAGE);
            reader.notice().locator("summary").click();
            reader.notice().locator("input[type=checkbox]").first().check();
            reader.press("custom");

            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.agreed()).isEqualTo(AUDIENCE);
        }
    }

    @Test
    void nothingMovesAndWhoHasChosenNeverSeesTheNotice() {
        try (ConsentReader reader = reader(scripts(true))) {
            reader.open(FRONT_PAGE);
            reader.notice().locator("summary").click();
            assertThat(reader.timesSeen()).isPositive();
            assertThat(reader.shifts()).isEmpty();
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.shifts()).isEmpty();

            for (int load = 0; load < LOADS; load++) {
                reader.open(load % 2 == 0 ? FRONT_PAGE : "/en/");
                assertThat(reader.timesSeen()).as("load " + load).isZero();
                assertThat(reader.shifts()).as("load " + load).isEmpty();
            }
        }
    }

    @Test
    void whatAnArticleBringsFromElsewhereWaitsUntilItsReaderAgrees() {
        Newsroom newsroom = new Newsroom(suite);
        String url = newsroom.published(Tale.FRENCH.soldiers(newsroom.picture(Picture.png()),
                newsroom.published(Tale.FRENCH.oldest()).id())).url();
        try (ConsentReader reader = reader(scripts(true)); ConsentReader plain = reader(scripts(false))) {
            plain.open(url);
            assertThat(plain.page.locator("a[data-purpose=embeds]")).hasAttribute("href",
                    "https://www.youtube.com/watch?v=M7lc1UVf-VE");
            reader.withScriptsOfTheNewsroom("audience", "advertising");
            reader.open(url);
            assertThat(reader.ran()).isEmpty();
            reader.notice().locator("summary").click();
            reader.notice().locator("input[value=audience], input[value=embeds]").all().forEach(Locator::check);
            reader.press("custom");
            assertThat(reader.notice()).hasCount(0);
            reader.page.waitForFunction("window.ran?.length");
            assertThat(reader.ran()).containsExactly("audience");
            assertThat(reader.askedElsewhere).isEmpty();

            reader.page.locator("a[data-purpose=embeds]").click();
            assertThat(reader.page.locator("iframe")).hasAttribute("src",
                    Pattern.compile("https://www\\.youtube-nocookie\\.com/embed/M7lc1UVf-VE.*"));
            reader.open(url);
            reader.page.waitForFunction("window.ran?.length");
            assertThat(reader.ran()).containsExactly("audience");

            reader.open("/choix");
            reader.page.locator("form[action$='withdrawals'] button").click();
            reader.page.waitForLoadState();
            reader.open(url);
            assertThat(reader.ran()).isEmpty();
            assertThat(reader.faults).isEmpty();
        } finally {
            newsroom.tidy();
        }
    }
}
