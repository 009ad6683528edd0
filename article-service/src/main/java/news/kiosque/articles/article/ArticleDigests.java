package news.kiosque.articles.article;

import java.util.List;
import java.util.Locale;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.ArticleDigest.RelatedDigest;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.events.Fingerprint;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.gt;

/** A digest of every article, in the order of the ids; read in pages, so that none of them outlasts the store's patience. */
@Component
class ArticleDigests {
    private static final int PAGE = 200;
    private static final Bson FIELDS = Projections.exclude(Outbox.FIELD, "draft.body");

    private final MongoCollection<Document> documents;
    private final PublicState publicState;

    ArticleDigests(MongoDatabase database, PublicState publicState) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.publicState = publicState;
    }

    Flux<ArticleDigest> all() {
        return after("").expand(page -> page.size() < PAGE ? Mono.empty() : after(page.getLast().id()))
                .concatMapIterable(page -> page, 1);
    }

    private Mono<List<ArticleDigest>> after(String id) {
        return Flux.from(documents.find(gt("_id", id)).projection(FIELDS).sort(Sorts.ascending("_id")).limit(PAGE))
                .map(this::digest).collectList();
    }

    private ArticleDigest digest(Document document) {
        Article article = ArticleDocument.read(document);
        return new ArticleDigest(article.id(), article.edition().name(),
                article.state().name().toLowerCase(Locale.ROOT), article.url(), article.publishedAt(), article.order(),
                article.isLive() ? Fingerprint.of(publicState.of(article)) : null, Outbox.isWaiting(document),
                RelatedDigest.of(article.related()));
    }
}
