package news.kiosque.story;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What keeps somebody from reading or using a page, as far as axe can tell. */
final class Barriers {

    private Barriers() {}

    /**
     * Each by its rule and the elements that it is in.
     *
     * @param forcedColours the reader's own: what the styles compute to is not what is seen, so their contrast says nothing
     */
    static List<String> in(Page page, boolean forcedColours) {
        AxeBuilder axe = new AxeBuilder(page);
        if (forcedColours) {
            axe.disableRules(List.of("color-contrast"));
        }
        return axe.analyze().getViolations().stream().map(violation -> violation.getId() + ": "
                + violation.getNodes().stream().map(node -> node.getHtml()).toList()).toList();
    }

    static List<String> in(Page page) {
        return in(page, false);
    }

    /** Parts of the page that stick out of its window, but for the sections, which a finger moves sideways. */
    static List<?> wide(Page page) {
        return (List<?>) page.evaluate("""
                document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.sections, .scroll'))
                  .map(e => e.outerHTML.slice(0, 120))""");
    }
}
