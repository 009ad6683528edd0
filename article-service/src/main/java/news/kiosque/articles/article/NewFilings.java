package news.kiosque.articles.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.author.Authors;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.request.Invalid;
import news.kiosque.articles.tag.Tag;
import news.kiosque.articles.tag.Tags;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.PagesChanged.Purge;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is made of archived articles that are new here. */
@Component
class NewFilings {
    private final PublicState publicState;
    private final Authors authors;
    private final Tags tags;

    NewFilings(PublicState publicState, Authors authors, Tags tags) {
        this.publicState = publicState;
        this.authors = authors;
        this.tags = tags;
    }

    /** Whether it is small enough to be told; notes it as rejected otherwise. */
    boolean fits(ArchivedArticle archived, Map<String, Filing> refused) {
        try {
            publicState.checkSize(draft(archived));
            return true;
        } catch (Invalid tooLarge) {
            refused.put(archived.id(), Filing.rejected(archived, tooLarge.words()));
            return false;
        }
    }

    /** As far as it is known before it has an address. */
    Article draft(ArchivedArticle archived) {
        return Article.drafted(archived.id(), archived.edition(), archived.content(), archived.publishedAt());
    }

    Article article(ArchivedArticle archived, String at, String by, Instant now) {
        return Article.archived(archived.id(), archived.edition(), archived.content(), at, by, archived.publishedAt(),
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** With all that it is stored with: where it came from, and what Kafka will be told. */
    Document document(Article article, Origin origin) {
        Document document = ArticleDocument.of(article).append("_id", article.id()).append(OriginDocument.FIELD,
                OriginDocument.of(origin, article.rev()));
        document.putAll(Outbox.firstBackfill(events(article)));
        return document;
    }

    /** Their pages are there before the articles that name them. */
    Mono<Void> noteNames(List<ArchivedArticle> batch) {
        return Flux.fromArray(Edition.values()).concatMap(edition -> {
            List<Content> contents = batch.stream().filter(one -> one.edition() == edition)
                    .map(ArchivedArticle::content).toList();
            return authors
                    .noteAll(edition, once(contents.stream().flatMap(one -> one.authors().stream()), Author::slug))
                    .then(tags.noteAll(edition, once(contents.stream().flatMap(one -> one.tags().stream()),
                            Tag::slug)));
        }).then();
    }

    private List<OutgoingEvent> events(Article article) {
        Instant now = article.savedAt();
        PagesChanged pages = new PagesChanged(PageKeys.article(article.id()),
                PageKeys.of(article, null, article.live(), List.of()), Purge.soft, now);
        return Stream
                .of(OutgoingEvent.of(new ArticlePublished(article.order(), publicState.of(article)), now),
                        OutgoingEvent.of(pages, now))
                .map(OutgoingEvent::asBackfill).toList();
    }

    /** Of those with one slug the last. */
    private static <T> Collection<T> once(Stream<T> all, Function<T, String> slug) {
        return all.collect(Collectors.toMap(slug, Function.identity(), (_, last) -> last)).values();
    }
}
