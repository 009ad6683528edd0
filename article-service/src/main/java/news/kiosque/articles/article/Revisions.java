package news.kiosque.articles.article;

import java.time.Instant;

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
    record Revision(String article, long rev, Instant at, String by, String url, Content content) {}

    Mono<Void> add(Revision revision) {
        String id = revision.article() + "/" + revision.rev();
        return Mono.from(documents.replaceOne(eq("_id", id), document(revision), new ReplaceOptions().upsert(true)))
                .then();
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
