package news.kiosque.consent.ledger;

import java.util.Collection;
import java.util.UUID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is behind a pseudonym: hash of the reader's cookie, pseudonym, wrapped key. The only part that can be deleted. */
@Component
class Subjects {
    private final MongoCollection<Document> documents;
    private final SecretBox wrapping;

    Subjects(MongoDatabase database, LedgerKeys keys) {
        documents = database.getCollection("subjects");
        wrapping = keys.wrapping();
    }

    Mono<Void> prepare() {
        return Mono.from(documents.createIndex(Indexes.ascending("subject"), new IndexOptions().unique(true))).then();
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

    /** Destroys the keys: what they sealed can never be read again. */
    Mono<Void> delete(Collection<String> pseudonyms) {
        return Mono.from(documents.deleteMany(Filters.in("subject", pseudonyms))).then();
    }

    private Mono<Subject> make(ReaderId reader) {
        String pseudonym = UUID.randomUUID().toString();
        SubjectKey key = SubjectKey.random();
        Document document = new Document("_id", reader.digest()).append("subject", pseudonym).append("key",
                new Binary(key.wrapped(wrapping, pseudonym)));
        return Mono.from(documents.insertOne(document)).thenReturn(new Subject(pseudonym, key))
                .onErrorResume(MongoWriteException.class, failure -> isDuplicate(failure)
                        // The same reader's other request was quicker.
                        ? find(reader)
                        : Mono.error(failure));
    }

    private Subject subject(Document document) {
        String pseudonym = document.getString("subject");
        return new Subject(pseudonym,
                SubjectKey.unwrapped(wrapping, document.get("key", Binary.class).getData(), pseudonym));
    }

    static boolean isDuplicate(MongoWriteException failure) {
        return ErrorCategory.fromErrorCode(failure.getError().getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
