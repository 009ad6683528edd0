package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** Every version of an article that was ever live. */
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

        /** What is live of an article. */
        static Revision of(Article article, String by) {
            return new Revision(article.id(), article.rev(), article.savedAt(), by,
                    Objects.requireNonNull(article.url()), Objects.requireNonNull(article.live()));
        }
    }

    Mono<Void> add(Revision revision) {
        return addAll(List.of(revision));
    }

    Mono<Void> addAll(List<Revision> revisions) {
        return revisions.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(revisions.stream().map(Revisions::adding).toList(),
                        new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private static ReplaceOneModel<Document> adding(Revision revision) {
        return new ReplaceOneModel<>(eq("_id", revision.article() + "/" + revision.rev()), document(revision),
                new ReplaceOptions().upsert(true));
    }

    /** Newest first. */
    Flux<Revision> of(String article) {
        return Flux.from(documents.find(eq("article", article)).sort(Sorts.descending("rev")).limit(MOST))
                .map(Revisions::revision);
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
