package news.kiosque.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The notice as readers meet it: with and without JavaScript, by mouse and by keyboard, on every kind of screen. */
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

            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.cookies()).containsExactly("cs", "csid");
            assertThat(reader.agreed()).isZero();

            reader.page.locator("footer a[href^='/choix']").click();
            reader.press("accept");
            assertThat(reader.agreed()).isEqualTo(ALL);
            reader.keep("ka", "left by the audience measurement");
            reader.open("/choix");
            reader.page.locator("form[action$='withdrawals'] button").click();
            reader.page.waitForLoadState();
            assertThat(reader.cookies()).containsExactly("cs", "csid");
            assertThat(reader.agreed()).isZero();
            assertThat(reader.askedElsewhere).isEmpty();
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

    @Test
    void aChoiceThatIsForgedOrHasExpiredIsAskedForAgain() {
        try (ConsentReader reader = reader(scripts(true))) {
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
        }
    }

    @Test
    void aChoiceIsMadeForOneHostOnly() {
        String sub = suite.address().toString().replace("//", "//sub.");
        try (ConsentReader reader = reader(scripts(true))) {
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
        try (ConsentReader reader = reader(scripts(true))) {
            reader.open(FRONT_PAGE);
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);

            desk.publish(false);
            desk.awaitShown();
            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).hasCount(0);

            desk.publish(true);
            desk.awaitShown();
            reader.open(FRONT_PAGE);
            assertThat(reader.notice()).isVisible();
            reader.press("refuse");
            assertThat(reader.notice()).hasCount(0);
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

    @ParameterizedTest
    @CsvSource({"/,En savoir plus,Choisir par usage,Aller au contenu",
            "/en/,Read more,Choose by purpose,Skip to content"})
    void aKeyboardMeetsTheNoticeFirstAndGoesOnWithThePage(String path, String more, String choose, String skip) {
        try (ConsentReader reader = reader(scripts(true))) {
            reader.open(path);
            assertThat(reader.focus()).isEqualTo("page");
            List<String> order = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                reader.page.keyboard().press("Tab");
                order.add(reader.focus());
            }
            assertThat(order.removeFirst()).startsWith(more);
            assertThat(order).containsExactly("accept", "refuse", choose, skip);

            reader.page.keyboard().press("Shift+Tab");
            reader.page.keyboard().press("Enter");
            order.clear();
            for (int i = 0; i < 5; i++) {
                reader.page.keyboard().press("Tab");
                order.add(reader.focus());
            }
            assertThat(order).containsExactly("audience", "personalisation", "advertising", "embeds", "custom");
            reader.page.keyboard().press("Enter");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS)).not().isEmpty();
            reader.page.keyboard().press("Tab");
            assertThat(reader.focus()).isEqualTo(skip);
        }
    }

    @ParameterizedTest
    @CsvSource({"/,light", "/,dark", "/,forced", "/en/,light", "/en/,dark", "/en/,forced"})
    void everybodyCanReadAndUseIt(String path, String colours) {
        NewContextOptions options = scripts(true).setViewportSize(1280, 900);
        switch (colours) {
            case "dark" -> options.setColorScheme(ColorScheme.DARK);
            case "forced" -> options.setForcedColors(ForcedColors.ACTIVE);
            default -> options.setColorScheme(ColorScheme.LIGHT);
        }
        String name = "notice-" + (path.equals("/") ? "fr" : "en") + "-" + colours;
        try (ConsentReader reader = reader(options)) {
            reader.open(path);
            Browser.glimpse(reader.page, name + "-closed");
            assertNoViolations(reader, colours);
            assertEqual(reader.button("accept").first(), reader.button("refuse").first());
            reader.notice().locator("summary").click();
            Browser.glimpse(reader.page, name + "-open");
            assertNoViolations(reader, colours);
        }
    }

    @ParameterizedTest
    @CsvSource({"phone,390,844", "zoom-400,320,225"})
    void itFitsEveryScreen(String name, int width, int height) {
        try (ConsentReader reader = reader(scripts(true).setViewportSize(width, height))) {
            reader.open(FRONT_PAGE);
            Browser.glimpse(reader.page, "notice-" + name + "-closed");
            assertEqual(reader.button("accept").first(), reader.button("refuse").first());
            reader.notice().locator("summary").click();
            Browser.glimpse(reader.page, "notice-" + name + "-open");
            for (String choice : List.of("custom", "refuse", "accept")) {
                reader.button(choice).first().scrollIntoViewIfNeeded();
                assertThat(reader.button(choice).first()).isInViewport();
            }
            assertThat((List<?>) reader.page.evaluate("""
                    document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                      .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.sections'))
                      .map(e => e.outerHTML.slice(0, 120))""")).as("is wider than its window").isEmpty();
            assertThat(reader.shifts()).isEmpty();
        }
    }

    @Test
    void aVideoWaitsBehindALinkUntilItsReaderAgrees() {
        Newsroom newsroom = new Newsroom(suite);
        String url = newsroom.published(Tale.FRENCH.soldiers(newsroom.picture(Picture.png()),
                newsroom.published(Tale.FRENCH.oldest()).id())).url();
        try (ConsentReader reader = reader(scripts(true)); ConsentReader plain = reader(scripts(false))) {
            plain.open(url);
            assertThat(plain.page.locator("a[data-purpose=embeds]")).hasAttribute("href",
                    "https://www.youtube.com/watch?v=M7lc1UVf-VE");
            reader.open(url);
            reader.press("accept");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.askedElsewhere).isEmpty();

            reader.page.locator("a[data-purpose=embeds]").click();

            assertThat(reader.page.locator("iframe")).hasAttribute("src",
                    java.util.regex.Pattern.compile("https://www\\.youtube-nocookie\\.com/embed/M7lc1UVf-VE.*"));
        } finally {
            newsroom.tidy();
        }
    }

    /** Refusing is as easy to see, to hit and to read as accepting. */
    private static void assertEqual(Locator accept, Locator refuse) {
        BoundingBox yes = accept.boundingBox();
        BoundingBox no = refuse.boundingBox();
        assertThat(no.width).isEqualTo(yes.width);
        assertThat(no.height).isEqualTo(yes.height).isGreaterThanOrEqualTo(44);
        for (String property : List.of("color", "backgroundColor", "fontSize", "fontWeight", "borderColor")) {
            String read = "button => getComputedStyle(button)." + property;
            assertThat(refuse.evaluate(read)).as(property).isEqualTo(accept.evaluate(read));
        }
    }

    /** In forced colours what the styles compute to is not what is seen, so their contrast says nothing. */
    private static void assertNoViolations(ConsentReader reader, String colours) {
        AxeBuilder axe = new AxeBuilder(reader.page);
        if (colours.equals("forced")) {
            axe.disableRules(List.of("color-contrast"));
        }
        assertThat(axe.analyze().getViolations().stream().map(violation -> violation.getId() + ": "
                + violation.getNodes().stream().map(node -> node.getHtml()).toList())).isEmpty();
    }
}
