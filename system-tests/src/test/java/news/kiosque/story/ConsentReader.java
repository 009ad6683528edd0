package news.kiosque.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;

/** Somebody in a browser of their own who is asked for consent; what their browser asks of other sites is noted, not sent. */
final class ConsentReader implements AutoCloseable {
    private static final String WATCH = """
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().filter(entry => !entry.hadRecentInput)
                .forEach(entry => window.shifts.push(entry.value + ' at ' + Math.round(entry.startTime) + ' ms: '
                    + entry.sources.map(one => (one.node ? (one.node.outerHTML || one.node.textContent).slice(0, 80) : '')
                      + ' from ' + JSON.stringify(one.previousRect) + ' to ' + JSON.stringify(one.currentRect)))))
              .observe({type: 'layout-shift', buffered: true});
            window.seen = 0;
            new MutationObserver(() => { if (document.getElementById('consent')) window.seen++; })
              .observe(document, {childList: true, subtree: true});""";

    final Page page;
    final List<String> askedElsewhere = new CopyOnWriteArrayList<>();
    /** What the browser complained of. */
    final List<String> faults = new CopyOnWriteArrayList<>();
    private final BrowserContext context;
    private final String site;

    ConsentReader(Browser browser, Suite suite, NewContextOptions options) {
        context = browser.reader(options);
        site = suite.address().toString();
        context.route(url -> !isOurs(url, suite.address().getAuthority()), route -> {
            askedElsewhere.add(route.request().url());
            route.fulfill();
        });
        context.addInitScript(WATCH);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
    }

    /** The site's own host or one below it. */
    private static boolean isOurs(String url, String host) {
        return url.startsWith("data:") || url.startsWith("http://" + host + "/")
                || url.startsWith("http://sub." + host + "/");
    }

    void open(String path) {
        page.navigate(site + path);
    }

    Locator notice() {
        return page.locator("#consent");
    }

    /** A button of the notice or of the page of choices, by what it sends. */
    void press(String choice) {
        button(choice).first().click();
        page.waitForLoadState();
    }

    Locator button(String choice) {
        return page.locator("button[value='" + choice + "']");
    }

    /** Sorted names of what the browser keeps, whoever set it. */
    List<String> cookies() {
        return context.cookies().stream().map(cookie -> cookie.name).sorted().toList();
    }

    /** How much the browser keeps for the site in other ways than cookies. */
    int stored() {
        return ((Number) page.evaluate("""
                async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length
                  + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"""))
                .intValue();
    }

    /** Pages get scripts as a newsroom adds them, one a purpose, each of which notes that it ran. */
    void withScriptsOfTheNewsroom(String... purposes) {
        String waiting = Stream.of(purposes).map(
                purpose -> "<script type=\"text/plain\" data-purpose=\"" + purpose + "\" data-src=\"/assets/run-"
                        + purpose
                        + ".js\"></script>")
                .collect(Collectors.joining());
        page.route(site + "/**", route -> {
            if (!route.request().resourceType().equals("document") || !route.request().method().equals("GET")) {
                route.fallback();
                return;
            }
            APIResponse answer = route.fetch();
            route.fulfill(new FulfillOptions().setResponse(answer)
                    .setBody(answer.text().replace("</footer>", "</footer>" + waiting)));
        });
        page.route("**/assets/run-*.js", route -> route.fulfill(new FulfillOptions().setContentType("text/javascript")
                .setBody("(window.ran ??= []).push('"
                        + route.request().url().replaceAll(".*/run-(\\w+)\\.js", "$1") + "')")));
    }

    /** The purposes of those that ran. */
    List<String> ran() {
        return ((List<?>) page.evaluate("window.ran ?? []")).stream().map(String::valueOf).toList();
    }

    /** The purposes of the choice that the browser keeps, as bits. */
    int agreed() {
        return agreedOn("localhost");
    }

    /** The same, for one host alone. */
    int agreedOn(String host) {
        return context.cookies().stream().filter(cookie -> cookie.name.equals("cs") && cookie.domain.equals(host))
                .mapToInt(cookie -> Integer.parseInt(cookie.value.split("\\.")[3], 16)).findFirst().orElseThrow();
    }

    void keep(String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(site)));
    }

    /** How far parts of the page have moved by themselves, and not because of what the reader did. */
    List<String> shifts() {
        return ((List<?>) page.evaluate("window.shifts")).stream().map(String::valueOf).toList();
    }

    /** How often the notice was there, for however short a time. */
    int timesSeen() {
        return ((Number) page.evaluate("window.seen")).intValue();
    }

    /** What a keyboard is at, in words. */
    String focus() {
        return (String) page.evaluate(
                """
                        (e => e === document.body ? 'page' : e.value || e.textContent.trim() || e.id)(document.activeElement)""");
    }

    @Override
    public void close() {
        context.close();
    }
}
