package news.kiosque.articles.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.search.Found;

/** A page of each kind, set from samples; run it to look at them. */
final class SamplePages {
    private static final Templates TEMPLATES = new Templates();

    private static final SearchQuery SEARCH = new SearchQuery(Edition.fr, "loukachenka \"><script>", "monde",
            LocalDate.of(2026, 11, 1), null, false, 2);

    private SamplePages() {}

    /** HTML by file name. */
    static Map<String, byte[]> all() {
        ListSubjects subjects = Samples.subjects();
        PlainPages plain = new PlainPages(Samples.SITE, Samples.frames(), TEMPLATES);
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put("article.html", article(Samples.french(), Samples.summaries(8)));
        pages.put("article-with-scripts.html", article(Samples.french(), List.of(),
                new PageScripts(List.of("audience https://stats.example/count.js?a=1&b=2"))));
        pages.put("article-en.html", article(Samples.english(), List.of()));
        pages.put("home.html", list(subjects.home(Edition.fr), Samples.summaries(20), true));
        pages.put("home-en.html", list(subjects.home(Edition.en), List.of(), false));
        pages.put("section.html",
                list(subjects.section(Samples.section(Edition.fr, "monde")), Samples.summaries(7), false));
        pages.put("search.html", TEMPLATES.render(Samples.searchSetting().found(SEARCH,
                new Found(2_345, false, 50, List.of(), "Loukachenko"),
                Samples.summaries(8).stream()
                        .map(one -> new SearchSetting.Hit(one, "Le pouvoir de <mark>Loukachenko</mark> & Cie… "))
                        .toList(),
                Samples.PICTURES)));
        pages.put("search-blank.html",
                TEMPLATES.render(
                        Samples.searchSetting().blank(new SearchQuery(Edition.en, "", "", null, null, true, 1))));
        pages.put("search-nothing.html", TEMPLATES.render(
                Samples.searchSetting().found(SEARCH, new Found(0, false, 0, List.of(), null), List.of(), Map.of())));
        pages.put("search-down.html", TEMPLATES.render(Samples.searchSetting().unavailable(SEARCH)));
        pages.put("gone.html", plain.gone(Edition.fr).body());
        pages.put("not-found.html", plain.notFound(Edition.en).body());
        pages.put("moved.html", plain.moved(Edition.fr, "/monde/?a=1&b=%22").body());
        pages.put("legal.html", plain.legal(Edition.fr).body());
        return pages;
    }

    static byte[] article(Article article, List<Summary> listed) {
        return article(article, listed, PageScripts.NONE);
    }

    static byte[] article(Article article, List<Summary> listed, PageScripts scripts) {
        return TEMPLATES.render(Samples.articleSetting(scripts).page(article, Objects.requireNonNull(article.live()),
                listed, Samples.PICTURES));
    }

    private static byte[] list(ListSubject subject, List<Summary> articles, boolean more) {
        return TEMPLATES.render(Samples.listSetting().page(subject, null, articles, more, Samples.PICTURES));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> page : all().entrySet()) {
            Files.write(folder.resolve(page.getKey()), page.getValue());
        }
    }
}
