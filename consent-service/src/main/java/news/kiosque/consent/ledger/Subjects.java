package news.kiosque.consent.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is behind a pseudonym: hash of the reader's cookie, pseudonym, wrapped key. The only part that can be deleted. */
@Component
class Subjects {
    /** In a document: the id of the wrapping key. */
    static final String BY = "by";
    private static final int REWRAPPED_AT_ONCE = 8;

    private final MongoCollection<Document> documents;
    private final WrappingKeys keys;
    private final ErasuresUnderKeys erasures;

    Subjects(MongoDatabase database, WrappingKeys keys, ErasuresUnderKeys erasures) {
        documents = database.getCollection("subjects");
        this.keys = keys;
        this.erasures = erasures;
    }

    Mono<Void> prepare() {
        return Flux.concat(documents.createIndex(Indexes.ascending("subject"), new IndexOptions().unique(true)),
                documents.createIndex(Indexes.ascending(BY))).then();
    }

    Mono<Subject> find(ReaderId reader) {
        return Mono.from(documents.find(Filters.eq(reader.digest())).first()).map(this::subject);
    }

    Mono<Subject> findByPseudonym(String pseudonym) {
        return Mono.from(documents.find(Filters.eq("subject", pseudonym)).first()).map(this::subject);
    }

    Mono<Subject> findOrMake(ReaderId reader) {
        return find(reader).switchIfEmpty(Mono.defer(() -> make(reader)));
    }

    /** Deletes the keys: what they sealed cannot be read; nor can the bytes they leave, once the wrapping key is gone. */
    Mono<Void> delete(Collection<String> pseudonyms) {
        return Mono.defer(() -> erasures.note(keys.current().id()))
                .then(Mono.from(documents.deleteMany(Filters.in("subject", pseudonyms)))).then();
    }

    /** Puts under the current key what is under these; a subject that is erased meanwhile stays erased. */
    Mono<Void> rewrap(List<String> old) {
        return Flux.from(documents.find(under(BY, old)).batchSize(500).timeoutMode(TimeoutMode.ITERATION))
                .flatMap(this::rewrap, REWRAPPED_AT_ONCE).then();
    }

    Mono<Boolean> anyUnder(List<String> old) {
        return Mono.from(documents.find(under(BY, old)).first()).hasElement();
    }

    /** What stands under one of these keys; what says nothing stands under the one without a name. */
    static Bson under(String field, List<String> keys) {
        return keys.contains(WrappingKey.UNNAMED)
                ? Filters.or(Filters.in(field, keys), Filters.exists(field, false))
                : Filters.in(field, keys);
    }

    static String wrappedBy(Document document) {
        return document.get(BY, WrappingKey.UNNAMED);
    }

    private Mono<Void> rewrap(Document document) {
        Subject subject = subject(document);
        WrappingKey key = keys.current();
        return Mono.from(documents.updateOne(Filters.eq(document.get("_id")),
                Updates.combine(Updates.set("key", wrapped(subject, key)), Updates.set(BY, key.id())))).then();
    }

    private static Binary wrapped(Subject subject, WrappingKey key) {
        return new Binary(subject.key().wrapped(key.box(), subject.pseudonym()));
    }

    private Mono<Subject> make(ReaderId reader) {
        Subject subject = new Subject(UUID.randomUUID().toString(), SubjectKey.random());
        WrappingKey key = keys.current();
        Document document = new Document("_id", reader.digest()).append("subject", subject.pseudonym())
                .append("key", wrapped(subject, key)).append(BY, key.id());
        return Mono.from(documents.insertOne(document)).thenReturn(subject)
                .onErrorResume(MongoWriteException.class, failure -> isDuplicate(failure)
                        // The same reader's other request was quicker.
                        ? find(reader)
                        : Mono.error(failure));
    }

    private Subject subject(Document document) {
        String pseudonym = document.getString("subject");
        return new Subject(pseudonym, SubjectKey.unwrapped(keys.named(wrappedBy(document)).box(),
                document.get("key", Binary.class).getData(), pseudonym));
    }

    static boolean isDuplicate(MongoWriteException failure) {
        return ErrorCategory.fromErrorCode(failure.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
