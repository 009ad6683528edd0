package news.kiosque.articles.article;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

import news.kiosque.articles.author.Authors;
import news.kiosque.articles.tag.Tags;
import news.kiosque.events.ArticleCorrected;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.PagesChanged.Purge;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes working copies live, and takes articles away from their readers. */
@Component
class PublishArticle {
    private final Manuscripts manuscripts;
    private final PublicState publicState;
    private final Urls urls;
    private final Revisions revisions;
    private final Authors authors;
    private final Tags tags;
    private final InstantSource clock;

    PublishArticle(Manuscripts manuscripts, PublicState publicState, Urls urls, Revisions revisions, Authors authors,
            Tags tags, InstantSource clock) {
        this.manuscripts = manuscripts;
        this.publicState = publicState;
        this.urls = urls;
        this.revisions = revisions;
        this.authors = authors;
        this.tags = tags;
        this.clock = clock;
    }

    /** @param by who does it */
    Mono<Article> publish(Article article, String by) {
        return makeLive(article, (url, now) -> article.published(url, by, now), after -> article.publishedAt() == null
                ? new ArticlePublished(after.order(), publicState.of(after))
                : new ArticleRevised(after.order(), publicState.of(after)));
    }

    /** @param note what was mended, for the readers */
    Mono<Article> correct(Article article, String note, String by) {
        return makeLive(article, (url, now) -> article.corrected(url, by, note, now),
                after -> new ArticleCorrected(after.order(), publicState.of(after)));
    }

    /** @param killed whether it may never be published again */
    Mono<Article> withdraw(Article article, String reason, boolean killed) {
        return Mono.fromSupplier(() -> article.withdrawn(reason, killed, now()))
                .flatMap(after -> store(article, after, publicState.withdrawn(after), Purge.hard));
    }

    private Mono<Article> makeLive(Article article, BiFunction<String, Instant, Article> move,
            Function<Article, ArticleEvent> event) {
        return manuscripts.checkRoom(article.id()).then(urls.take(article)).map(url -> move.apply(url, now()))
                .flatMap(after -> noteNames(after).then(store(article, after, event.apply(after), Purge.soft)));
    }

    /** One atomic write of the new state, and of what Kafka will be told of it; the history has what it replaces. */
    private Mono<Article> store(Article before, Article after, ArticleEvent event, Purge purge) {
        return revisions.keep(before).then(manuscripts.listing(before.id())).flatMap(listing -> {
            PagesChanged pages = new PagesChanged(PageKeys.article(after.id()),
                    PageKeys.of(after, before.live(), after.live(), listing), purge, after.savedAt());
            return manuscripts.replace(before, after, List.of(PublicState.outgoing(event, after.savedAt()),
                    OutgoingEvent.of(pages, after.savedAt())));
        });
    }

    /** Their pages are there before the article that names them. */
    private Mono<Void> noteNames(Article after) {
        Content live = Objects.requireNonNull(after.live());
        return Flux.concat(Flux.fromIterable(live.authors()).flatMap(one -> authors.note(after.edition(), one)),
                Flux.fromIterable(live.tags()).flatMap(one -> tags.note(after.edition(), one))).then();
    }

    /** The store keeps milliseconds, and what is told must be what is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
