package news.kiosque.articles.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Text with {@code a em strong sub sup br} and nothing else, as it is kept and put into pages unchanged. */
public final class InlineHtml {
    private static final Safelist ALLOWED = new Safelist().addTags("a", "em", "strong", "sub", "sup", "br")
            .addAttributes("a", "href");
    private static final Document.OutputSettings OUTPUT = new Document.OutputSettings().prettyPrint(false)
            .charset("UTF-8");

    private InlineHtml() {}

    /** What is left of it when all is taken away that may not be there; {@code b} and {@code i} are kept in modern dress. */
    public static String clean(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.select("b").tagName("strong");
        dirty.select("i").tagName("em");
        dirty.select("script, style, template, noscript, iframe, object").remove();
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings(OUTPUT);
        clean.select("a").forEach(InlineHtml::settle);
        return clean.body().html().strip();
    }

    /** Text in which some words are marked, and nothing else. */
    public static String marked(String html) {
        return Jsoup.clean(html, "", Safelist.none().addTags("mark"), OUTPUT);
    }

    /** What somebody reads of it. */
    public static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** A link that leaves the site gives no hold of the page that it leaves; one that leads nowhere safe becomes its text. */
    private static void settle(Element link) {
        String href = link.attr("href").strip();
        boolean absolute = href.regionMatches(true, 0, "https://", 0, 8)
                || href.regionMatches(true, 0, "http://", 0, 7);
        boolean relative = href.startsWith("/") && !href.startsWith("//") && !href.startsWith("/\\")
                || href.startsWith("#");
        if (!absolute && !relative || href.codePoints().anyMatch(Character::isISOControl)) {
            link.unwrap();
            return;
        }
        link.attr("href", href);
        if (absolute) {
            link.attr("rel", "noopener");
        }
    }
}
