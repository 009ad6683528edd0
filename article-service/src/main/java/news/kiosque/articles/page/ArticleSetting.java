package news.kiosque.articles.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.view.ArticlePage;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.Moment;
import news.kiosque.articles.page.view.Picture;
import news.kiosque.articles.page.view.Teaser;
import news.kiosque.articles.page.view.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an article and what it lists together as its page shows them. */
@Component
class ArticleSetting {
    private static final int RELATED_SHOWN = 6;
    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

    private final Site site;
    private final Frames frames;
    private final Teasers teasers;

    ArticleSetting(Site site, Frames frames, Teasers teasers) {
        this.site = site;
        this.frames = frames;
        this.teasers = teasers;
    }

    /** @param listed the live ones of the articles that were picked or computed, in order */
    ArticlePage page(Article article, Content live, List<Summary> listed, Map<String, Medium> pictures) {
        Edition edition = article.edition();
        Words words = Words.in(live.language(), edition.name());
        Map<String, Teaser> byId = new LinkedHashMap<>();
        listed.forEach(summary -> byId.put(summary.id(), teasers.teaser(summary, edition, "", pictures)));
        Set<String> picked = new HashSet<>(live.readAlso());
        List<Link> trail = frames.trail(edition, live.section());
        Instant published = Objects.requireNonNull(article.publishedAt());
        Instant modified = Objects.requireNonNull(article.modifiedAt());
        return new ArticlePage(frames.frame(edition, live.section()), head(article, live, trail, pictures), words,
                trail, live.headline(), live.hasVideo() ? words.video() : "", live.standfirst(),
                live.authors().stream().map(author -> new Link(PagePaths.author(edition, author), author.name()))
                        .toList(),
                words.moment(published, site.zone()), modified(words, published, modified),
                Words.fill(words.readingTime(), Body.minutesToRead(live.body())),
                new Body(pictures, byId, words.watch()).set(live.body()), notes(article, words),
                live.tags().stream().map(tag -> new Link(PagePaths.tag(edition, tag), tag.name())).toList(),
                teasers(byId, picked, true).toList(), teasers(byId, picked, false).limit(RELATED_SHOWN).toList());
    }

    private static Stream<Teaser> teasers(Map<String, Teaser> byId, Set<String> picked, boolean wanted) {
        return byId.entrySet().stream().filter(entry -> picked.contains(entry.getKey()) == wanted)
                .map(Map.Entry::getValue);
    }

    private @Nullable Moment modified(Words words, Instant published, Instant modified) {
        return Duration.between(published, modified).compareTo(WORTH_SAYING) < 0
                ? null
                : words.moment(modified, site.zone());
    }

    private List<ArticlePage.Note> notes(Article article, Words words) {
        return article.corrections().stream()
                .map(note -> new ArticlePage.Note(note.note(), words.moment(note.at(), site.zone()))).toList();
    }

    private Head head(Article article, Content live, List<Link> trail, Map<String, Medium> pictures) {
        Edition edition = article.edition();
        String url = site.absolute(Objects.requireNonNull(article.url()));
        Picture picture = live.firstImage().flatMap(image -> Stream.ofNullable(pictures.get(image.media()))
                .map(medium -> new Picture(site.absolute(medium.url()), medium.width(), medium.height(), image.alt()))
                .findFirst()).orElse(null);
        String description = live.standfirst().isBlank() ? live.headline() : live.standfirst();
        ArticleData data = new ArticleData(site, article, live, url, description, picture);
        List<Link> toHere = Stream
                .concat(trail.stream().map(step -> new Link(site.absolute(step.href()), step.text())),
                        Stream.of(new Link(url, live.headline())))
                .toList();
        return new Head(live.headline(), description, url, "article", picture,
                Objects.requireNonNull(article.publishedAt()).toString(),
                Objects.requireNonNull(article.modifiedAt()).toString(), List.of(),
                new Link(PagePaths.feed(edition), site.name(edition)),
                List.of(data.newsArticle(trail), StructuredData.breadcrumb(toHere)));
    }
}
