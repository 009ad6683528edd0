package news.kiosque.articles.page;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import news.kiosque.articles.page.view.Frame;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Scripts that the newsroom adds to every page, such as one that counts readers. They wait until their reader agrees.
 *
 * @param scripts a purpose, a space, and where the script is: a path of the site or an address with https
 */
@ConfigurationProperties("kiosque.page")
record PageScripts(@DefaultValue List<String> scripts) {
    static final PageScripts NONE = new PageScripts(List.of());
    private static final String SCRIPT = "[a-z]+ (/[^/\\s][^\\s\"]*|https://[^/\\s\";,]+/[^\\s\"]*)";

    /** @throws IllegalArgumentException naming what is none */
    PageScripts {
        scripts = List.copyOf(scripts);
        for (String script : scripts) {
            if (!script.matches(SCRIPT) || Purpose.named(purpose(script)).isEmpty()) {
                throw new IllegalArgumentException("'" + script + "' is no script of a page: write one of "
                        + Arrays.toString(Purpose.values()) + ", a space, and its address with https or its path.");
            }
        }
    }

    /** As they stand in a page, in order. */
    List<Frame.Script> waiting() {
        return scripts.stream().map(script -> new Frame.Script(purpose(script), address(script))).toList();
    }

    /** Where those come from that are not the site's own. */
    List<String> origins() {
        return scripts.stream().map(PageScripts::address).filter(address -> !address.startsWith("/"))
                .map(address -> "https://" + URI.create(address).getAuthority()).distinct().toList();
    }

    private static String purpose(String script) {
        return script.split(" ", 2)[0];
    }

    private static String address(String script) {
        return script.split(" ", 2)[1];
    }
}
