package news.kiosque.consent.notice;

import java.util.Date;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All notices that administrators have published ({@code notice_editions}), only ever added to. */
@Component
public class NoticeEditions {
    private final MongoCollection<Document> editions;

    NoticeEditions(MongoDatabase database) {
        editions = database.getCollection("notice_editions");
    }

    /** The one in force; empty as long as it is the notice that comes with Kiosque. */
    public Mono<Edition> last() {
        return Mono.from(editions.find().sort(Sorts.descending("_id")).limit(1)).map(NoticeEditions::edition)
                .map(edition -> new Edition(edition.number(), ShippedNotice.completing(edition.notice()),
                        edition.material(), edition.publishedAt(), edition.publishedBy()));
    }

    public Mono<Edition> find(long number) {
        return Mono.from(editions.find(Filters.eq(number))).map(NoticeEditions::edition);
    }

    /** The newest first. */
    public Flux<Edition> all() {
        return Flux.from(editions.find().sort(Sorts.descending("_id"))).map(NoticeEditions::edition);
    }

    /** Empty when another administrator has published one of this number. */
    public Mono<Edition> add(Edition edition) {
        Document document = new Document("_id", edition.number())
                .append("notice", NoticeJson.write(edition.notice())).append("material", edition.material())
                .append("at", Date.from(edition.publishedAt())).append("by", edition.publishedBy());
        return Mono.from(editions.insertOne(document)).thenReturn(edition).onErrorResume(NoticeEditions::isTaken,
                taken -> Mono.empty());
    }

    private static Edition edition(Document document) {
        return new Edition(document.get("_id", Number.class).longValue(),
                NoticeJson.read(document.getString("notice"), Notice.class), document.getBoolean("material"),
                document.getDate("at").toInstant(), document.getString("by"));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException write
                && ErrorCategory.fromErrorCode(write.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
