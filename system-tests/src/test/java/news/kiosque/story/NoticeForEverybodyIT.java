package news.kiosque.story;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The notice, and the page of choices, on every kind of screen, in every kind of colours, by keyboard alone. */
@EnabledIf("news.kiosque.story.Browser#isThere")
class NoticeForEverybodyIT {
    private static final int AUDIENCE = 1;
    private static final int MANY_TABS = 200;
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

    private ConsentReader reader(boolean javaScript, int width, int height) {
        return new ConsentReader(browser, suite,
                new NewContextOptions().setJavaScriptEnabled(javaScript).setViewportSize(width, height)
                        // Where a page glides to what has the focus, it would be looked at on the way.
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @ParameterizedTest
    @CsvSource({"/,true,En savoir plus,Choisir par usage,Aller au contenu",
            "/en/,true,Read more,Choose by purpose,Skip to content",
            "/en/,false,Read more,Choose by purpose,Skip to content"})
    void aKeyboardMeetsTheNoticeFirstAndGoesOnWithThePage(String path, boolean javaScript, String more, String choose,
            String skip) {
        try (ConsentReader reader = reader(javaScript, 1280, 900)) {
            reader.open(path);
            assertThat(reader.focus()).isEqualTo("page");
            List<String> order = tab(reader, 5);
            assertThat(order.removeFirst()).startsWith(more);
            assertThat(order).containsExactly("accept", "refuse", choose, skip);

            reader.page.keyboard().press("Shift+Tab");
            reader.page.keyboard().press("Enter");
            assertThat(tab(reader, 5)).containsExactly("audience", "personalisation", "advertising", "embeds",
                    "custom");
            reader.page.keyboard().press("Enter");
            assertThat(reader.notice()).hasCount(0);
            if (javaScript) {
                assertThat(reader.page.getByRole(AriaRole.STATUS)).not().isEmpty();
            }
            assertThat(tab(reader, 1)).containsExactly(skip);
        }
    }

    @ParameterizedTest
    @CsvSource({"desktop,1280,900", "phone,390,844", "zoom-400,320,225"})
    void whatHasTheFocusIsNeverBehindTheNotice(String name, int width, int height) {
        try (ConsentReader reader = reader(true, width, height)) {
            reader.open("/en/");
            List<String> hidden = new ArrayList<>();
            int stops = 0;
            do {
                reader.page.keyboard().press("Tab");
                hidden.addAll(behindTheNotice(reader.page));
            } while (++stops < MANY_TABS && !reader.focus().equals("page"));
            assertThat(stops).isBetween(20, MANY_TABS);
            assertThat(hidden).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,/", "en,/en/"})
    void everybodyCanReadAndUseIt(String language, String path) {
        try (ConsentReader reader = reader(true, 1280, 900)) {
            reader.open(path);
            assertEqual(reader.button("accept").first(), reader.button("refuse").first());
            look(reader.page, "notice-" + language, "closed", Colours.values());
            reader.notice().locator("summary").click();
            look(reader.page, "notice-" + language, "open", Colours.values());
            reader.press("accept");
            assertThat(reader.notice()).hasCount(0);
            reader.open("/choix?lang=" + language);
            look(reader.page, "choices-" + language, "made", language.equals("fr") ? Colours.LIGHT : Colours.DARK);
            assertThat(reader.faults).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"phone,390,844", "zoom-400,320,225"})
    void itFitsEveryScreenAndIsUsedByKeyboardAlone(String name, int width, int height) {
        try (ConsentReader reader = reader(true, width, height)) {
            reader.open("/");
            Browser.glimpse(reader.page, "notice-" + name + "-closed");
            assertEqual(reader.button("accept").first(), reader.button("refuse").first());
            List<String> stops = new ArrayList<>();
            for (String key : List.of("Tab", "Tab", "Tab", "Tab", "Enter", "Tab", "Space", "Tab", "Tab", "Tab",
                    "Tab")) {
                reader.page.keyboard().press(key);
                stops.add(reader.focus());
                assertThat(reader.page.locator(":focus")).isInViewport();
            }
            assertThat(stops).endsWith("audience", "audience", "personalisation", "advertising", "embeds", "custom");
            Browser.glimpse(reader.page, "notice-" + name + "-open");
            assertThat(Barriers.wide(reader.page)).as("is wider than its window").isEmpty();
            assertThat(reader.shifts()).isEmpty();
            reader.page.keyboard().press("Enter");
            assertThat(reader.notice()).hasCount(0);
            assertThat(reader.agreed()).isEqualTo(AUDIENCE);

            reader.open("/choix");
            Browser.keep(reader.page, "choices-" + name);
            assertThat(Barriers.wide(reader.page)).as("is wider than its window").isEmpty();
        }
    }

    private static List<String> tab(ConsentReader reader, int times) {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            reader.page.keyboard().press("Tab");
            order.add(reader.focus());
        }
        return order;
    }

    /** The part that has the focus, when nothing of it can be seen. */
    private static List<String> behindTheNotice(Page page) {
        return ((List<?>) page.evaluate(
                """
                        () => {
                          const notice = document.getElementById('consent');
                          const part = document.activeElement;
                          if (part === document.body || notice.contains(part) || getComputedStyle(notice).position !== 'fixed') return [];
                          const box = part.getBoundingClientRect();
                          return box.top >= notice.getBoundingClientRect().top || box.bottom <= 0 ? [part.outerHTML.slice(0, 120)] : [];
                        }"""))
                .stream().map(String::valueOf).toList();
    }

    private static void look(Page page, String name, String state, Colours... all) {
        for (Colours colours : all) {
            colours.on(page);
            Browser.glimpse(page, name + "-" + colours + "-" + state);
            assertThat(Barriers.in(page, colours.isForced())).as(name + " " + colours + " " + state).isEmpty();
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
}
