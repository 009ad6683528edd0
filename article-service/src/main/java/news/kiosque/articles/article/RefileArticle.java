package news.kiosque.articles.article;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Filing.Result;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.request.Invalid;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.PagesChanged.Purge;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** Brings an article that came from an archive to what the archive says now, unless somebody has changed it here. */
@Component
class RefileArticle {
    private static final int TRIES = 3;

    private final MongoCollection<Document> documents;
    private final Manuscripts manuscripts;
    private final NewFilings filings;
    private final PublicState publicState;
    private final Urls urls;
    private final Revisions revisions;
    private final OutboxSignal signal;
    private final InstantSource clock;

    RefileArticle(MongoDatabase database, Manuscripts manuscripts, NewFilings filings, PublicState publicState,
            Urls urls, Revisions revisions, OutboxSignal signal, InstantSource clock) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.manuscripts = manuscripts;
        this.filings = filings;
        this.publicState = publicState;
        this.urls = urls;
        this.revisions = revisions;
        this.signal = signal;
        this.clock = clock;
    }

    Mono<Filing> refile(ArchivedArticle archived, String by) {
        return Mono.from(documents.find(eq("_id", archived.id()))).flatMap(document -> refile(archived, document, by))
                .retryWhen(Retry.max(TRIES).filter(StaleRevision.class::isInstance));
    }

    private Mono<Filing> refile(ArchivedArticle archived, Document document, String by) {
        Article before = ArticleDocument.read(document);
        if (OriginDocument.isOf(document, archived.origin().digest()) || says(before, archived)) {
            return Mono.just(Filing.of(archived, Result.unchanged));
        }
        if (OriginDocument.isChangedSince(document)) {
            return Mono.just(Filing.rejected(archived, "the article " + archived.id()
                    + " was written or changed here since, and that is kept: change it through the API"));
        }
        if (before.edition() != archived.edition()) {
            return Mono.just(Filing.rejected(archived, "lang cannot change: the article is in the edition "
                    + before.edition()));
        }
        Outbox.checkRoom(document);
        return revise(before, archived, by);
    }

    /** It may be all the same when only the way of writing differs. */
    private static boolean says(Article article, ArchivedArticle archived) {
        return article.isLive() && archived.content().equals(article.live())
                && archived.publishedAt().equals(article.publishedAt()) && archived.edition() == article.edition();
    }

    private Mono<Filing> revise(Article before, ArchivedArticle archived, String by) {
        return urls.take(filings.draft(archived))
                .map(url -> before.rearchived(archived.content(), url, by, archived.publishedAt(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .flatMap(after -> filings.noteNames(List.of(archived)).then(manuscripts.listing(after.id()))
                        .flatMap(listing -> revisions.keep(before)
                                .then(Mono.defer(() -> store(before, after, archived.origin(), listing)))))
                .thenReturn(Filing.of(archived, Result.revised))
                .onErrorResume(Invalid.class, tooLarge -> Mono.just(Filing.rejected(archived, tooLarge.words())));
    }

    private Mono<Void> store(Article before, Article after, Origin origin, List<String> listing) {
        PagesChanged pages = new PagesChanged(PageKeys.article(after.id()),
                PageKeys.of(after, before.live(), after.live(), listing), Purge.soft, after.savedAt());
        List<OutgoingEvent> events = Stream
                .of(PublicState.outgoing(new ArticleRevised(after.order(), publicState.of(after)), after.savedAt()),
                        OutgoingEvent.of(pages, after.savedAt()))
                .map(OutgoingEvent::asBackfill).toList();
        Bson change = Updates.combine(
                new Document("$set", ArticleDocument.of(after).append(OriginDocument.FIELD,
                        OriginDocument.of(origin, after.rev()))),
                Outbox.addBackfill(events));
        return Mono.from(documents.updateOne(and(eq("_id", before.id()), eq("rev", before.rev())), change))
                .filter(result -> result.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(StaleRevision::new)).doOnNext(_ -> signal.raise()).then();
    }
}
