package news.kiosque.articles.author;

import java.util.Collection;
import java.util.List;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** All authors who ever had an article published, by edition. */
@Component
public class Authors {
    private final MongoCollection<Document> documents;

    Authors(MongoDatabase database) {
        this.documents = database.getCollection("authors");
    }

    public Mono<Author> find(Edition edition, String slug) {
        return Mono.from(documents.find(eq("_id", edition + "/" + slug))).map(Authors::author);
    }

    /** In the order of their names, as far as the slug says. */
    public Flux<Author> of(Edition edition) {
        return Flux.from(documents.find(and(eq("edition", edition.name()))).sort(Sorts.ascending("_id")))
                .map(Authors::author);
    }

    /** Notes an author; the name that was noted last is the one that is shown. */
    public Mono<Void> note(Edition edition, Author author) {
        return noteAll(edition, List.of(author));
    }

    /** Notes many in one write. */
    public Mono<Void> noteAll(Edition edition, Collection<Author> all) {
        return all.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(all.stream().map(author -> noting(edition, author)).toList(),
                        new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private static UpdateOneModel<Document> noting(Edition edition, Author author) {
        return new UpdateOneModel<>(eq("_id", edition + "/" + author.slug()),
                Updates.combine(Updates.set("edition", edition.name()), Updates.set("slug", author.slug()),
                        Updates.set("name", author.name())),
                new UpdateOptions().upsert(true));
    }

    private static Author author(Document document) {
        return new Author(document.getString("slug"), document.getString("name"));
    }
}
