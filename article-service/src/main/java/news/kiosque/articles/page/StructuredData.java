package news.kiosque.articles.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import news.kiosque.articles.page.view.Link;
import tools.jackson.databind.json.JsonMapper;

/** What a page tells search engines about itself, as JSON-LD that can stand inside a script element. */
final class StructuredData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StructuredData() {}

    /** The trail to a page, as a BreadcrumbList; the addresses are absolute. */
    static String breadcrumb(List<Link> trail) {
        return thing("BreadcrumbList",
                Map.of("itemListElement",
                        IntStream.range(0, trail.size())
                                .mapToObj(i -> ordered("@type", "ListItem", "position", i + 1, "name",
                                        trail.get(i).text(), "item", trail.get(i).href()))
                                .toList()));
    }

    /** Anything of schema.org. */
    static String thing(String type, Map<String, ?> properties) {
        Map<String, Object> thing = ordered("@context", "https://schema.org", "@type", type);
        thing.putAll(properties);
        return harmless(JSON.writeValueAsString(thing));
    }

    /** Name, value, name, value, in this order. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** In JSON these stand within strings only, where an escape means the same; so nothing can end the element. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
