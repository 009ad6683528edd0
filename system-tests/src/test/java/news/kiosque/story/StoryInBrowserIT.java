package news.kiosque.story;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;
import news.kiosque.story.Newsroom.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The same story as a person sees it, in Chromium. */
@EnabledIf("news.kiosque.story.Browser#isThere")
class StoryInBrowserIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static Browser browser;

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void aReaderFindsAnArticleAndRefusesCookiesWithoutJavaScript(Tale tale) {
        Answer picked = newsroom.published(tale.oldest());
        Answer older = newsroom.published(tale.older());
        Answer article = newsroom.published(tale.soldiers(newsroom.picture(Picture.png()), picked.id()));
        try (BrowserContext reader = browser.reader(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = reader.newPage();
            await("related articles").atMost(SOON).untilAsserted(() -> {
                page.navigate(suite.address() + article.url());
                assertThat(page.locator("#related a[href='" + older.url() + "']").count()).isPositive();
            });
            assertThat(page.locator("h1")).containsText(tale.videoLabel);
            assertThat(page.locator("nav[aria-label]").filter(new Locator.FilterOptions().setHasText(tale.headline)))
                    .containsText(tale.home + " » " + tale.sectionName + " » " + tale.headline);
            assertThat(page.locator("#read-also")).containsText(tale.readAlso);
            assertThat(page.locator("#related")).containsText(tale.related);
            assertThat(page.locator("#consent")).isVisible();
            Browser.keep(page, "article-with-notice-" + tale.edition);

            page.locator("#consent button").filter(new Locator.FilterOptions().setHasText(tale.refuse)).click();

            assertThat(page.url()).isEqualTo(suite.address() + article.url());
            assertThat(page.locator("#consent")).hasCount(0);
            page.locator("#related a").first().click();
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#consent")).hasCount(0);
            assertThat(reader.cookies().stream().map(cookie -> cookie.name).sorted()).containsExactly("cs", "csid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageLooksAndWorksTheSameForEverybody(Tale tale) {
        Answer picked = newsroom.published(tale.oldest());
        Answer article = newsroom.published(tale.soldiers(newsroom.picture(Picture.png()), picked.id()));
        look(tale, article, "desktop", new NewContextOptions().setViewportSize(1280, 900));
        look(tale, article, "phone", new NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2));
        look(tale, article, "dark",
                new NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
        look(tale, article, "forced-colours",
                new NewContextOptions().setViewportSize(1280, 900).setForcedColors(ForcedColors.ACTIVE));
    }

    private void look(Tale tale, Answer article, String as, NewContextOptions options) {
        try (BrowserContext reader = browser.reader(options)) {
            Page page = reader.newPage();
            List<String> faults = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(suite.address().toString()) && !request.url().startsWith("data:")) {
                    faults.add("asks somebody else: " + request.url());
                }
            });
            for (String path : List.of(article.url(), tale.prefix + "/", tale.prefix + "/" + tale.section + "/")) {
                page.navigate(suite.address() + path);
                String name = path.equals(article.url())
                        ? "article"
                        : path.endsWith(tale.section + "/") ? "section" : "home";
                Browser.keep(page, name + "-" + tale.edition + "-" + as);
                assertThat(Barriers.in(page, options.forcedColors != null)).as(path + " " + as).isEmpty();
                assertThat(isWiderThanItsWindow(page)).as(path + " " + as + " scrolls sideways").isFalse();
            }
            assertThat(faults).isEmpty();
            assertThat(reader.cookies()).extracting((Cookie cookie) -> cookie.name).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePageTellsMachinesWhatItIs(Tale tale) {
        Answer article = newsroom.published(tale.older());
        try (BrowserContext reader = browser.reader(new NewContextOptions())) {
            Page page = reader.newPage();
            page.navigate(suite.address() + article.url());
            List<String> types = page.locator("script[type='application/ld+json']").allTextContents().stream()
                    .map(new JsonMapper()::readTree)
                    .flatMap(json -> json.has("@graph") ? json.get("@graph").valueStream() : Stream.of(json))
                    .map(json -> json.get("@type").asString()).toList();

            assertThat(types).contains("NewsArticle", "BreadcrumbList");
        }
    }

    private static boolean isWiderThanItsWindow(Page page) {
        return (Boolean) page
                .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
