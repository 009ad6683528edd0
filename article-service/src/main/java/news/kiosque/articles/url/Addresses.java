package news.kiosque.articles.url;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** Every path that was ever given away; it belongs to one owner for ever, so that no link comes to show something else. */
@Component
public class Addresses {
    private final MongoCollection<Document> documents;

    Addresses(MongoDatabase database) {
        this.documents = database.getCollection("urls");
    }

    /** Whose this path is, such as {@code article/0b6e…} or {@code section/fr/monde}; empty when it is free. */
    public Mono<String> owner(String path) {
        return Mono.from(documents.find(eq("_id", path))).map(document -> document.getString("owner"));
    }

    /** Takes a path; false when it is somebody else's. */
    public Mono<Boolean> take(String path, String owner) {
        return Mono.from(documents.insertOne(new Document("_id", path).append("owner", owner))).thenReturn(true)
                .onErrorResume(MongoWriteException.class,
                        failure -> failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? owner(path).map(owner::equals)
                                : Mono.error(failure));
    }
}
