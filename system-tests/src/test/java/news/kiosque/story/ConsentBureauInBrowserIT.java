package news.kiosque.story;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator looks at what readers chose and writes the next notice, without JavaScript. */
@EnabledIf("news.kiosque.story.Browser#isThere")
class ConsentBureauInBrowserIT {
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

    @Test
    void anAdministratorWalksTheLedgerAndDraftsTheNextNotice() {
        try (BrowserContext bureau = browser.reader(new NewContextOptions().setViewportSize(1280, 900))) {
            Page page = bureau.newPage();
            page.navigate(suite.address() + "/bureau/consent");
            page.getByLabel("Token").fill(suite.token("administrator"));
            press(page, "Sign in");
            page.navigate(suite.address() + "/bureau/consent");
            press(page, "Walk the ledger now");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(Pattern.compile("^Whole when it was walked"));
            look(page, "bureau-consent", Colours.LIGHT, Colours.DARK);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The next notice").setExact(true))
                    .click();
            page.locator("summary").filter(new Locator.FilterOptions().setHasText("English")).click();
            Locator more = page.locator("textarea[name='en:readMore']");
            String before = more.inputValue();
            more.fill("Read on");
            page.locator("textarea[name='audience.vendors']").fill("Acme Measurement | https://acme.example/privacy");
            press(page, "Save the draft");
            assertThat(page.locator("#changes")).containsText(before);
            assertThat(page.locator("#changes ins").first()).isVisible();
            look(page, "bureau-notice", Colours.LIGHT);

            page.locator("textarea[name='audience.vendors']").fill("Acme Measurement | nowhere");
            press(page, "Save the draft");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("An https address is needed here.");
            Browser.glimpse(page, "bureau-notice-fault");
            assertThat(Barriers.in(page)).isEmpty();
            page.navigate(suite.address() + "/bureau/consent/notice/preview?language=en&mode=opt_in");
            assertThat(page.locator("#consent")).containsText("Read on");
            page.navigate(suite.address() + "/bureau/consent/notice");
            press(page, "Forget this draft");
            assertThat(page.locator("main")).containsText("There is no draft.");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private static void look(Page page, String name, Colours... all) {
        for (Colours colours : all) {
            colours.on(page);
            Browser.keep(page, name + "-" + colours);
            assertThat(Barriers.in(page, colours.isForced())).as(name + " " + colours).isEmpty();
        }
        page.setViewportSize(390, 844);
        Browser.keep(page, name + "-phone");
        assertThat(Barriers.wide(page)).as(name + " on a phone").isEmpty();
        page.setViewportSize(1280, 900);
        Colours.LIGHT.on(page);
    }
}
