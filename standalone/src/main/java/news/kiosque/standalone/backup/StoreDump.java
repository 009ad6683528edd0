package news.kiosque.standalone.backup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Set;
import java.util.function.BiConsumer;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

import static news.kiosque.standalone.backup.Stores.ARTICLES;
import static news.kiosque.standalone.backup.Stores.CONSENT;
import static news.kiosque.standalone.backup.Stores.RECORDS;
import static news.kiosque.standalone.backup.Stores.SEALS;
import static news.kiosque.standalone.backup.Stores.SUBJECTS;

/**
 * Reads every collection while the newsroom works. What refers is read before what it refers to, which is there first and
 * stays; what changed meanwhile is read again.
 *
 * @param progress is told of each part that is done, and of how much it has
 */
record StoreDump(MongoClient store, BackupWriter backup, BiConsumer<Part, Long> progress) {
    private static final int BATCH = 100;
    /** How far the clocks of the services may be behind this one's. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofMinutes(1);

    void write(Instant begun) throws IOException {
        articles(begun);
        consent();
    }

    private void articles(Instant begun) throws IOException {
        var newest = Filters.gte("savedAt", Date.from(begun.minus(BETWEEN_CLOCKS)));
        var content = Projections.exclude(Stores.ARTICLES_MADE_ANEW);
        var articles = collection(ARTICLES, "articles");
        part(Part.documents(ARTICLES, "articles"), articles.find().projection(content).sort(Sorts.ascending("_id")));
        // An article names others; upwards, so that what is saved anew meanwhile is met further on.
        part(Part.again(ARTICLES, "articles"),
                articles.find(newest).projection(content).sort(Sorts.ascending("savedAt", "_id")));
        rest(ARTICLES, Set.of("articles"));
    }

    /**
     * A seal names records; a record needs the key of its reader, which an erasure may end meanwhile. The seals that came
     * later tell which records were under none when the first were read.
     */
    private void consent() throws IOException {
        var sealed = all(CONSENT, SEALS);
        all(CONSENT, SUBJECTS);
        part(Part.documents(CONSENT, RECORDS),
                collection(CONSENT, RECORDS).find().sort(Sorts.ascending("subject", "sequence")));
        part(Part.again(CONSENT, SUBJECTS), collection(CONSENT, SUBJECTS).find());
        var later = sealed == null
                ? collection(CONSENT, SEALS).find()
                : collection(CONSENT, SEALS).find(Filters.gt("_id", sealed.get("_id")));
        part(Part.again(CONSENT, SEALS), later.sort(Sorts.ascending("_id")));
        rest(CONSENT, Set.of(SEALS, SUBJECTS, RECORDS));
    }

    private void rest(String database, Set<String> done) throws IOException {
        for (var name : store.getDatabase(database).listCollectionNames().into(new ArrayList<>()).stream().sorted()
                .toList()) {
            if (!done.contains(name) && !Stores.NOT_KEPT.contains(name) && !name.startsWith("system.")) {
                all(database, name);
            }
        }
    }

    private @Nullable RawBsonDocument all(String database, String name) throws IOException {
        return part(Part.documents(database, name), collection(database, name).find().sort(Sorts.ascending("_id")));
    }

    private MongoCollection<RawBsonDocument> collection(String database, String name) {
        return store.getDatabase(database).getCollection(name, RawBsonDocument.class);
    }

    /** @return the last one */
    private @Nullable RawBsonDocument part(Part part, FindIterable<RawBsonDocument> documents) throws IOException {
        RawBsonDocument last = null;
        backup.begin(part);
        try (var cursor = documents.batchSize(BATCH).iterator()) {
            while (cursor.hasNext()) {
                last = cursor.next();
                var buffer = last.getByteBuffer();
                var bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                backup.item(bytes);
            }
        }
        progress.accept(part, backup.end());
        return last;
    }
}
