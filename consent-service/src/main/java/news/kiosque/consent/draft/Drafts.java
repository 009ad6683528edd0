package news.kiosque.consent.draft;

import java.time.Instant;
import java.util.Date;
import java.util.OptionalLong;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.notice.NoticeJson;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one draft there can be, in {@code settings}. */
@Component
class Drafts {
    private static final String ID = "notice-draft";

    private final MongoCollection<Document> settings;

    Drafts(MongoDatabase database) {
        settings = database.getCollection("settings");
    }

    Mono<Draft> find() {
        return Mono.from(settings.find(Filters.eq(ID)).first()).map(document -> new Draft(
                document.get("rev", Number.class).longValue(),
                NoticeJson.read(document.getString("wording"), Wording.class), document.getDate("at").toInstant(),
                document.getString("by")));
    }

    /**
     * The draft as it is from now on; fails with {@link DraftChanged} when somebody else saved meanwhile.
     *
     * @param seen the rev that this one was written from; whatever is there is replaced when absent
     */
    Mono<Draft> save(Wording wording, OptionalLong seen, Instant at, String by) {
        return find().map(Draft::rev).defaultIfEmpty(0L).flatMap(rev -> {
            if (seen.isPresent() && seen.getAsLong() != rev) {
                return Mono.error(new DraftChanged());
            }
            // Never one of an earlier draft: what was previewed then must not be published by its number.
            Draft next = new Draft(Math.max(rev + 1, at.toEpochMilli()), wording, at, by);
            return rev == 0 ? insert(next) : replace(next, rev);
        });
    }

    Mono<Boolean> remove(long rev) {
        return Mono.from(settings.deleteOne(Filters.and(Filters.eq(ID), Filters.eq("rev", rev))))
                .map(result -> result.getDeletedCount() == 1);
    }

    private Mono<Draft> insert(Draft draft) {
        return Mono.from(settings.insertOne(document(draft))).thenReturn(draft)
                .onErrorMap(Drafts::isDuplicate, taken -> new DraftChanged());
    }

    private Mono<Draft> replace(Draft draft, long rev) {
        return Mono.from(settings.replaceOne(Filters.and(Filters.eq(ID), Filters.eq("rev", rev)), document(draft)))
                .flatMap(result -> result.getMatchedCount() == 1 ? Mono.just(draft) : Mono.error(new DraftChanged()));
    }

    private static Document document(Draft draft) {
        return new Document("_id", ID).append("rev", draft.rev()).append("wording", NoticeJson.write(draft.wording()))
                .append("at", Date.from(draft.savedAt())).append("by", draft.savedBy());
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && ErrorCategory.fromErrorCode(write.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
