package news.kiosque.articles.tag;

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

/** All tags of articles that were ever published, by edition. */
@Component
public class Tags {
    private final MongoCollection<Document> documents;

    Tags(MongoDatabase database) {
        this.documents = database.getCollection("tags");
    }

    public Mono<Tag> find(Edition edition, String slug) {
        return Mono.from(documents.find(eq("_id", edition + "/" + slug))).map(Tags::tag);
    }

    /** In the order of their slugs. */
    public Flux<Tag> of(Edition edition) {
        return Flux.from(documents.find(and(eq("edition", edition.name()))).sort(Sorts.ascending("_id")))
                .map(Tags::tag);
    }

    /** Notes a tag; the name that was noted last is the one that is shown. */
    public Mono<Void> note(Edition edition, Tag tag) {
        return noteAll(edition, List.of(tag));
    }

    /** Notes many in one write. */
    public Mono<Void> noteAll(Edition edition, Collection<Tag> all) {
        return all.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(all.stream().map(tag -> noting(edition, tag)).toList(),
                        new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private static UpdateOneModel<Document> noting(Edition edition, Tag tag) {
        return new UpdateOneModel<>(eq("_id", edition + "/" + tag.slug()),
                Updates.combine(Updates.set("edition", edition.name()), Updates.set("slug", tag.slug()),
                        Updates.set("name", tag.name())),
                new UpdateOptions().upsert(true));
    }

    private static Tag tag(Document document) {
        return new Tag(document.getString("slug"), document.getString("name"));
    }
}
