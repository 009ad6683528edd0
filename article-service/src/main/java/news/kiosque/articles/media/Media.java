package news.kiosque.articles.media;

import java.util.Collection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

/** All pictures. */
@Component
public class Media {
    private final MongoCollection<Document> documents;

    Media(MongoDatabase database) {
        this.documents = database.getCollection("media");
    }

    public Mono<Medium> find(String id) {
        return Mono.from(documents.find(eq("_id", id)).projection(Projections.exclude("bytes"))).map(Media::medium);
    }

    /** Those of the ids that there are pictures for. */
    public Flux<Medium> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(documents.find(in("_id", ids)).projection(Projections.exclude("bytes")))
                        .map(Media::medium);
    }

    Mono<byte[]> bytes(String id) {
        return Mono.from(documents.find(eq("_id", id)).projection(Projections.include("bytes")))
                .map(document -> document.get("bytes", Binary.class).getData());
    }

    /** Keeps a picture; false where it was there already. */
    Mono<Boolean> add(Medium medium, byte[] bytes) {
        return Mono.from(documents.insertOne(document(medium).append("bytes", new Binary(bytes)))).thenReturn(true)
                .onErrorResume(MongoWriteException.class, failure -> isThere(failure)
                        ? Mono.just(false)
                        : Mono.error(failure));
    }

    private static boolean isThere(MongoWriteException failure) {
        return failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(Medium medium) {
        return new Document("_id", medium.id()).append("type", medium.type()).append("width", medium.width())
                .append("height", medium.height()).append("size", medium.size()).append("alt", medium.alt())
                .append("createdAt", medium.createdAt());
    }

    private static Medium medium(Document document) {
        @Nullable
        String alt = document.getString("alt");
        return new Medium(document.getString("_id"), document.getString("type"), document.getInteger("width"),
                document.getInteger("height"), document.getLong("size"), alt,
                document.getDate("createdAt").toInstant());
    }
}
