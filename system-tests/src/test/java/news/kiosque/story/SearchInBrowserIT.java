package news.kiosque.story;

import java.time.Duration;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import news.kiosque.story.Newsroom.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Readers look for articles, and editors for the reasons of a list, in Chromium. */
@EnabledIf("news.kiosque.story.Browser#isThere")
class SearchInBrowserIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static Browser browser;

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    @Test
    void aReaderFindsAnArticleWithoutJavaScriptAndNotOnceItIsWithdrawn() {
        Answer older = newsroom.published(Tale.FRENCH.older());
        newsroom.published(Tale.FRENCH.oldest());
        try (BrowserContext reader = browser.reader(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = reader.newPage();
            page.navigate(suite.address() + "/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Recherche").setExact(true)).click();
            await("the article").atMost(SOON).untilAsserted(() -> {
                page.getByLabel("Chercher", new Page.GetByLabelOptions().setExact(true))
                        .fill("L'OPPOSITION bielorusse");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chercher").setExact(true)).click();
                assertThat(page.locator(".hits a[href='" + older.url() + "']").count()).isPositive();
            });
            assertThat(page.locator(".hits mark").first()).isVisible();
            assertThat(page.locator("meta[name=robots]")).hasAttribute("content", "noindex");

            newsroom.withdraw(older, "Fin du récit");
            await("no article").atMost(SOON).untilAsserted(() -> {
                page.reload();
                assertThat(page.locator(".hits a[href='" + older.url() + "']")).hasCount(0);
            });
        }
    }

    @Test
    void theSearchPageIsForEverybody() {
        newsroom.published(Tale.FRENCH.older());
        Answer oldest = newsroom.published(Tale.FRENCH.oldest());
        await("articles").atMost(SOON)
                .until(() -> new Reader(suite.address()).open("/recherche?q=Loukachenko").text(".hits")
                        .contains(oldest.body().get("headline").asString()));
        try (BrowserContext reader = browser.reader(new NewContextOptions().setViewportSize(390, 844))) {
            look(reader.newPage(), "/recherche?q=Loukachenko", "search-phone");
        }
        try (BrowserContext reader = browser.reader(new NewContextOptions().setViewportSize(1280, 900))) {
            Page page = reader.newPage();
            look(page, "/recherche?q=Loukachenka%22%3E%3Cscript%3E", "search-nothing");
            look(page, "/en/search", "search-blank");
        }
    }

    @Test
    void anEditorSeesWhyAnArticleIsListed() {
        Answer older = newsroom.published(Tale.FRENCH.older());
        Answer oldest = newsroom.published(Tale.FRENCH.oldest());
        try (BrowserContext editor = browser.reader(new NewContextOptions().setViewportSize(1280, 900))) {
            Page page = editor.newPage();
            page.navigate(suite.address() + "/bureau/related");
            page.getByLabel("Token").fill(suite.token("editor"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
            await("the list").atMost(SOON).untilAsserted(() -> {
                page.navigate(suite.address() + "/bureau/related?article=" + oldest.id());
                assertThat(page.locator("ol a[href*='" + older.id() + "']").count()).isPositive();
            });
            assertThat(page.locator("h2").filter(new Locator.FilterOptions().setHasText("Plain MoreLikeThis")))
                    .isVisible();
            look(page, "/bureau/related?article=" + oldest.id(), "bureau-related");
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(suite.address() + path);
        Browser.keep(page, name);
        assertThat(Barriers.in(page)).as(path).isEmpty();
        assertThat((Boolean) page
                .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(path + " scrolls sideways").isFalse();
    }
}
