package news.kiosque.articles.url;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.store.Duplicates;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

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

    /** Takes as many of the paths as are free, each for its owner; answers those. */
    public Mono<Set<String>> takeFree(Map<String, String> ownerByPath) {
        List<String> paths = List.copyOf(ownerByPath.keySet());
        return paths.isEmpty()
                ? Mono.just(Set.of())
                : Mono.from(documents.insertMany(
                        paths.stream().map(path -> new Document("_id", path).append("owner", ownerByPath.get(path)))
                                .toList(),
                        new InsertManyOptions().ordered(false))).thenReturn(Set.copyOf(paths))
                        .onErrorResume(MongoBulkWriteException.class,
                                failure -> Duplicates.in(failure).map(taken -> IntStream.range(0, paths.size())
                                        .filter(i -> !taken.contains(i)).mapToObj(paths::get)
                                        .collect(Collectors.toSet())));
    }

    /** Whose each of the paths is, without those that are free. */
    public Mono<Map<String, String>> owners(List<String> paths) {
        return Flux.from(documents.find(in("_id", paths))).collectMap(document -> document.getString("_id"),
                document -> document.getString("owner"));
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
