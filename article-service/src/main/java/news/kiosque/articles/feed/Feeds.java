package news.kiosque.articles.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Listing;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.Answer;
import news.kiosque.articles.page.PagePaths;
import news.kiosque.articles.page.Pictures;
import news.kiosque.articles.page.Site;
import news.kiosque.articles.page.SurrogateKeys;
import news.kiosque.articles.page.view.Words;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest articles and all addresses, for machines. */
@Component
class Feeds {
    private static final int ITEMS = 50;
    private static final int IN_SITEMAP = 10_000;
    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Site site;
    private final Articles articles;
    private final Sections sections;
    private final Pictures pictures;

    Feeds(Site site, Articles articles, Sections sections, Pictures pictures) {
        this.site = site;
        this.articles = articles;
        this.sections = sections;
        this.pictures = pictures;
    }

    Mono<Answer> ofEdition(Edition edition) {
        Words words = Words.in(edition.name(), edition.name());
        return feed(new Listing.OfEdition(edition), new RssFeed(site, site.name(edition), words.homeDescription(),
                PagePaths.home(edition), PagePaths.feed(edition), words.language()),
                new SurrogateKeys(edition).feed());
    }

    Mono<Answer> ofSection(Section section) {
        Edition edition = section.edition();
        Words words = Words.in(edition.name(), edition.name());
        return feed(new Listing.OfSection(edition, section.path()),
                new RssFeed(site, site.name(edition) + " – " + section.name(),
                        Words.fill(words.inSection(), section.name()), section.url(), section.url() + "feed.xml",
                        words.language()),
                new SurrogateKeys(edition).sections(section.path()));
    }

    Mono<Answer> sitemap() {
        Stream<String> lists = Arrays.stream(Edition.values()).flatMap(edition -> Stream.concat(
                Stream.of(PagePaths.home(edition)), sections.of(edition).stream().map(Section::url)));
        SurrogateKeys keys = new SurrogateKeys(Edition.fr).feed();
        return Flux.fromArray(Edition.values())
                .concatMap(edition -> articles.latest(new Listing.OfEdition(edition), IN_SITEMAP, null)).collectList()
                .map(found -> Answer.found(XML, new Sitemap(site).of(lists.toList(), found), null,
                        keys + " " + new SurrogateKeys(Edition.en).feed(), newest(found)));
    }

    Answer robots() {
        byte[] text = new Sitemap(site).robots().getBytes(StandardCharsets.UTF_8);
        return Answer.found(TEXT, text, null, "", null);
    }

    private Mono<Answer> feed(Listing listing, RssFeed feed, SurrogateKeys keys) {
        return articles.latest(listing, ITEMS, null).collectList().flatMap(found -> {
            found.forEach(article -> keys.article(article.id()));
            List<String> shown = found.stream().map(Summary::picture).filter(Objects::nonNull)
                    .map(Summary.Picture::medium).toList();
            return pictures.find(shown).map(known -> Answer.found(RSS, feed.with(found, known), listing.edition(),
                    keys.toString(), newest(found)));
        });
    }

    private static @Nullable Instant newest(List<Summary> found) {
        return found.stream().map(Summary::modifiedAt).max(Instant::compareTo).orElse(null);
    }
}
