package news.kiosque.standalone.mongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks the same of the embedded server with many indexes and of one that has none. */
class IndexedQueriesTest {

    private static final int STEPS = Integer.getInteger("kiosque.random.steps", 1200);
    private static final long SEED = Long.getLong("kiosque.random.seed", 20261123);

    @TempDir
    Path folder;

    private EmbeddedMongo scanning;
    private MongoClient scanningClient;
    private MongoCollection<Document> expected;
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> actual;

    /** Another server to compare with: {@code -Dkiosque.oracle=mongodb://...}. */
    @BeforeEach
    void openScanning() {
        scanning = open("scanning.store");
        scanningClient = MongoClients.create(System.getProperty("kiosque.oracle", scanning.uri()));
        expected = scanningClient.getDatabase("news").getCollection("article");
        expected.drop();
    }

    private EmbeddedMongo open(String file) {
        return EmbeddedMongo.open(folder.resolve(file), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @BeforeEach
    void open() {
        mongo = open("mongo.store");
        client = MongoClients.create(mongo.uri());
        actual = client.getDatabase("news").getCollection("article");
    }

    @Test
    void answersWithIndexesAsWithout() {
        var news = new RandomNewsroom(SEED);
        var indexes = news.indexes();
        for (int step = 0; step < STEPS; step++) {
            if (step % (STEPS / 20) == STEPS / 40 && !indexes.isEmpty()) {
                createIndex(indexes.removeFirst(), step);
            }
            if (step == STEPS / 2) {
                reopen();
            }
            if (step == STEPS * 3 / 4) {
                actual.dropIndex("any_-1");
            }
            if (news.chance(50)) {
                change(news, step);
            } else {
                query(news, step);
            }
        }
        validate("in the end");
        assertThat(actual.find().sort(new Document("_id", 1)).into(new ArrayList<>()))
                .isEqualTo(expected.find().sort(new Document("_id", 1)).into(new ArrayList<>())).hasSizeGreaterThan(50);
    }

    private void createIndex(Document index, int step) {
        var options = new IndexOptions();
        if (index.containsKey("at") && index.size() == 1) {
            options.partialFilterExpression(new Document("flag", true)).name("flagged");
        } else if (index.containsKey("sub.k") || step % 3 == 0) {
            options.sparse(true);
        }
        actual.createIndex(index, options);
    }

    private void change(RandomNewsroom news, int step) {
        var id = news.id();
        if (news.chance(50)) {
            var document = news.document(id);
            both(step, id, articles -> articles.replaceOne(new Document("_id", id), document,
                    new ReplaceOptions().upsert(true)).getModifiedCount());
        } else if (news.chance(60)) {
            var update = news.update();
            var query = news.chance(50) ? new Document("_id", id) : news.query();
            both(step, query, articles -> articles.updateMany(query, update).getMatchedCount());
        } else if (news.chance(50)) {
            var update = news.update();
            var query = news.query();
            var sort = news.sort();
            both(step, query,
                    articles -> articles.findOneAndUpdate(query, update, new FindOneAndUpdateOptions().sort(sort)));
        } else if (news.chance(50)) {
            var update = news.update();
            both(step, id, articles -> articles.updateOne(new Document("_id", id).append("flag", true), update,
                    new UpdateOptions().upsert(false)).getModifiedCount());
        } else {
            both(step, id, articles -> articles.deleteMany(new Document("_id", id)).getDeletedCount());
        }
    }

    private interface Asked {
        Object of(MongoCollection<Document> articles);
    }

    private void both(int step, Object what, Asked asked) {
        assertThat(asked.of(actual)).as("step %d: %s", step, what).isEqualTo(asked.of(expected));
    }

    private void query(RandomNewsroom news, int step) {
        var query = news.chance(10) ? news.elementQuery() : news.query();
        var sort = news.sort();
        int limit = news.chance(50) ? 5 : 0;
        int skip = news.chance(20) ? 3 : 0;
        List<Document> found = actual.find(query).sort(sort).skip(skip).limit(limit).batchSize(7)
                .into(new ArrayList<>());
        assertThat(found).as("step %d: %s sorted by %s", step, query, sort)
                .isEqualTo(expected.find(query).sort(sort).skip(skip).limit(limit).into(new ArrayList<>()));
        assertThat(actual.countDocuments(query)).as("step %d: %s", step, query)
                .isEqualTo(expected.countDocuments(query));
        assertThat(actual.find(query).into(new ArrayList<>())).as("step %d: %s", step, query)
                .containsExactlyInAnyOrderElementsOf(expected.find(query).into(new ArrayList<>()));
    }

    private void validate(String when) {
        var validated = client.getDatabase("news").runCommand(new Document("validate", "article"));
        assertThat(validated.getList("errors", String.class)).as(when).isEmpty();
    }

    private void reopen() {
        validate("before closing");
        client.close();
        mongo.close();
        open();
        validate("after opening");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
        scanningClient.close();
        scanning.close();
    }
}
