package news.kiosque.standalone.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import org.bson.BsonDocument;
import org.bson.Document;

/** Puts a backup's documents into an empty store. */
final class StoreFill implements BackupReader.Taker {
    private static final int MOST_DOCUMENTS = 500;
    private static final long MOST_BYTES = 4_000_000;

    private final MongoClient store;
    private final Restoration restoration;
    private final BiConsumer<Part, Long> progress;
    private final List<WriteModel<BsonDocument>> waiting = new ArrayList<>();
    private long bytesWaiting;
    private long written;

    /** @param progress is told of each part that is done, and of how much was put back of it */
    StoreFill(MongoClient store, Restoration restoration, BiConsumer<Part, Long> progress) {
        this.store = store;
        this.restoration = restoration;
        this.progress = progress;
    }

    /** Which of the services' collections have something already. */
    static List<String> full(MongoClient store) {
        var full = new ArrayList<String>();
        for (var database : Stores.DATABASES) {
            for (var name : store.getDatabase(database).listCollectionNames()) {
                if (!name.startsWith("system.")
                        && store.getDatabase(database).getCollection(name).find().first() != null) {
                    full.add(database + "." + name);
                }
            }
        }
        return full;
    }

    @Override
    public void item(Part part, byte[] bytes) {
        if (!part.isOfDocuments()) {
            return;
        }
        var document = restoration.of(part, bytes);
        if (document != null) {
            waiting.add(part.kind() == Part.Kind.documents
                    ? new InsertOneModel<>(document)
                    : new ReplaceOneModel<>(Filters.eq(document.get("_id")), document,
                            new ReplaceOptions().upsert(true)));
            bytesWaiting += bytes.length;
            if (waiting.size() >= MOST_DOCUMENTS || bytesWaiting >= MOST_BYTES) {
                flush(part);
            }
        }
    }

    @Override
    public void end(Part part) {
        if (part.isOfDocuments()) {
            flush(part);
            progress.accept(part, written);
            written = 0;
        }
    }

    /** Begins the epoch; article-service then announces all articles, from the first one on. */
    void begin(Instant now) {
        for (var database : Stores.DATABASES) {
            var epoch = new Document("_id", Stores.EPOCH).append("number", restoration.epoch())
                    .append("restoredAt", Date.from(now));
            if (database.equals(Stores.ARTICLES)) {
                epoch.append("announced", "");
            }
            store.getDatabase(database).withWriteConcern(kept()).getCollection(Stores.EPOCH).insertOne(epoch);
        }
    }

    private void flush(Part part) {
        if (!waiting.isEmpty()) {
            collection(part).bulkWrite(waiting, new BulkWriteOptions().ordered(true));
            written += waiting.size();
            waiting.clear();
            bytesWaiting = 0;
        }
    }

    private MongoCollection<BsonDocument> collection(Part part) {
        return store.getDatabase(part.database()).getCollection(part.collection(), BsonDocument.class)
                .withWriteConcern(kept());
    }

    private static WriteConcern kept() {
        return WriteConcern.MAJORITY.withJournal(true);
    }
}
