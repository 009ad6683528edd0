package news.kiosque.articles.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import news.kiosque.articles.article.ArticlesByMonth;
import news.kiosque.articles.article.Month;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.feed.Sitemap.Entry;
import news.kiosque.articles.page.Answer;
import news.kiosque.articles.page.PagePaths;
import news.kiosque.articles.page.Site;
import news.kiosque.articles.page.SurrogateKeys;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All addresses, for search engines: a sitemap a month, so that what is old stays where it is, and one that names them. */
@Component
class Sitemaps {
    static final int MOST_ARTICLES = 10_000;
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String ALL = Arrays.stream(Edition.values()).map(Sitemaps::keys)
            .collect(Collectors.joining(" "));

    private final Sitemap sitemap;
    private final ArticlesByMonth articles;
    private final Sections sections;

    Sitemaps(Site site, ArticlesByMonth articles, Sections sections) {
        this.sitemap = new Sitemap(site);
        this.articles = articles;
        this.sections = sections;
    }

    Mono<Answer> at(SitemapAddress address) {
        return switch (address) {
            case SitemapAddress.OfAll _ -> all();
            case SitemapAddress.OfLists(var edition) -> Mono.just(lists(edition));
            case SitemapAddress.OfMonth(var edition, var month, var part) ->
                articles.in(edition, month, (part - 1) * MOST_ARTICLES, MOST_ARTICLES)
                        .map(place -> new Entry(place.url(), place.modifiedAt())).collectList()
                        .map(places -> places.isEmpty() ? nothing(edition) : month(edition, places));
        };
    }

    Answer robots() {
        return Answer.found(TEXT, sitemap.robots().getBytes(StandardCharsets.UTF_8), null, "", null);
    }

    private Mono<Answer> all() {
        return Flux.fromArray(Edition.values())
                .concatMap(edition -> articles.months(edition).concatMapIterable(month -> parts(edition, month))
                        .startWith(new Entry(new SitemapAddress.OfLists(edition).path(), null)))
                .collectList().map(parts -> found(sitemap.ofSitemaps(parts), ALL, parts));
    }

    /** The sitemaps of a month. */
    static List<Entry> parts(Edition edition, Month month) {
        int parts = Math.toIntExact((month.articles() + MOST_ARTICLES - 1) / MOST_ARTICLES);
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> new Entry(new SitemapAddress.OfMonth(edition, month.name(), part).path(),
                        month.modifiedAt()))
                .toList();
    }

    private Answer lists(Edition edition) {
        List<Entry> pages = Stream
                .concat(Stream.of(PagePaths.home(edition)), sections.of(edition).stream().map(Section::url))
                .map(path -> new Entry(path, null)).toList();
        return found(sitemap.ofPages(pages), keys(edition), pages);
    }

    private Answer month(Edition edition, List<Entry> places) {
        return found(sitemap.ofPages(places), keys(edition), places);
    }

    private static Answer found(byte[] xml, String keys, List<Entry> entries) {
        Instant newest = entries.stream().map(Entry::modified).filter(Objects::nonNull).max(Instant::compareTo)
                .orElse(null);
        return Answer.found(XML, xml, null, keys, newest);
    }

    private static Answer nothing(Edition edition) {
        byte[] text = "Nothing of this month is here.\n".getBytes(StandardCharsets.UTF_8);
        return new Answer(HttpStatus.NOT_FOUND, TEXT, text, null, keys(edition), null, null, true);
    }

    private static String keys(Edition edition) {
        return new SurrogateKeys(edition).feed().toString();
    }
}
