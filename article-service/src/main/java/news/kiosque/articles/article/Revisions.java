package news.kiosque.articles.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** Every version of an article that was ever live: the store has those that were replaced, the article the present one. */
@Component
class Revisions {
    static final String COLLECTION = "revisions";
    private static final int MOST = 200;

    private final MongoCollection<Document> documents;

    Revisions(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
    }

    /** @param by who made it live */
    record Revision(String article, long rev, Instant at, String by, String url, Content content) {

        /** What is live of an article, if anything is. */
        static Optional<Revision> of(Article article) {
            return Optional.ofNullable(article.release()).map(release -> new Revision(article.id(), release.rev(),
                    Objects.requireNonNull(article.modifiedAt()), release.by(), Objects.requireNonNull(article.url()),
                    Objects.requireNonNull(article.live())));
        }
    }

    /** Has to be done before what is live is replaced or withdrawn, and may be done again. */
    Mono<Void> keep(Article article) {
        return Mono.justOrEmpty(Revision.of(article)).flatMap(revision -> Mono.from(documents.replaceOne(
                eq("_id", revision.article() + "/" + revision.rev()), document(revision),
                new ReplaceOptions().upsert(true)))).then();
    }

    /** Newest first. */
    Flux<Revision> of(Article article) {
        return Mono.justOrEmpty(Revision.of(article)).concatWith(
                Flux.from(documents.find(eq("article", article.id())).sort(Sorts.descending("rev")).limit(MOST))
                        .map(Revisions::revision))
                .distinct(Revision::rev).take(MOST);
    }

    private static Document document(Revision revision) {
        return new Document("article", revision.article()).append("rev", revision.rev()).append("at", revision.at())
                .append("by", revision.by()).append("url", revision.url())
                .append("content", ContentDocument.of(revision.content()));
    }

    private static Revision revision(Document document) {
        return new Revision(document.getString("article"), document.getLong("rev"), document.getDate("at").toInstant(),
                document.getString("by"), document.getString("url"),
                ContentDocument.read(document.get("content", Document.class)));
    }
}
