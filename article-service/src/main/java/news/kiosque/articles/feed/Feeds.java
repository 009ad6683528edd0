package news.kiosque.articles.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The newest articles, for machines. */
@Component
class Feeds {
    private static final int ITEMS = 50;
    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

    private final Site site;
    private final Articles articles;
    private final Pictures pictures;

    Feeds(Site site, Articles articles, Pictures pictures) {
        this.site = site;
        this.articles = articles;
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
