package news.kiosque.standalone.mongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> articles;

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.open(folder.resolve("mongo.store"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = MongoClients.create(mongo.uri());
        articles = client.getDatabase("articles").getCollection("article");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private void reopen() {
        close();
        open();
    }

    private static Document doc(String key, Object value) {
        return new Document(key, value);
    }

    @Test
    void answersWhatDriversAndHealthChecksAsk() {
        var admin = client.getDatabase("admin");
        assertThat(admin.runCommand(doc("hello", 1)).getBoolean("isWritablePrimary")).isTrue();
        assertThat(admin.runCommand(doc("hello", 1)).getInteger("maxWireVersion")).isGreaterThanOrEqualTo(9);
        assertThat(admin.runCommand(doc("ping", 1)).get("ok", Number.class).intValue()).isEqualTo(1);
        assertThat(admin.runCommand(doc("buildInfo", 1)).getString("version")).startsWith("5.0");
        assertThat(admin.runCommand(doc("serverStatus", 1)).getString("version")).startsWith("5.0");
        articles.insertOne(doc("_id", "a"));
        assertThat(client.listDatabaseNames()).contains("articles");
    }

    @Test
    void keepsDocumentsAndIndexesWhenItIsClosedAndOpenedAgain() {
        articles.createIndex(doc("slug", 1), new IndexOptions().unique(true));
        articles.insertOne(doc("_id", "a").append("slug", "pluie").append("rev", 1));
        reopen();
        assertThat(articles.find().first()).isEqualTo(doc("_id", "a").append("slug", "pluie").append("rev", 1));
        assertThat(articles.listIndexes().map(index -> index.getString("name"))).containsExactlyInAnyOrder("_id_",
                "slug_1");
        assertThatThrownBy(() -> articles.insertOne(doc("_id", "b").append("slug", "pluie")))
                .isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
    }

    @Test
    void keepsAnIndexThatHoldsNothingYetWhenItIsOpenedAgain() {
        articles.insertOne(doc("_id", "a"));
        articles.createIndex(doc("waiting", 1), new IndexOptions().sparse(true));
        reopen();
        articles.insertOne(doc("_id", "b").append("waiting", true));
        assertThat(articles.find(doc("waiting", true)).first().getString("_id")).isEqualTo("b");
        reopen();
        assertThat(articles.countDocuments(doc("waiting", true))).isEqualTo(1);
        assertThat(client.getDatabase("articles").runCommand(doc("validate", "article")).getBoolean("valid")).isTrue();
    }

    @Test
    void changesAnArticleAndItsOutboxInOneStep() {
        articles.insertOne(doc("_id", "a").append("rev", 1));
        var update = doc("$set", doc("state", "live")).append("$inc", doc("rev", 1))
                .append("$push", doc("outbox", doc("$each", List.of(doc("type", "x"), doc("type", "y")))))
                .append("$currentDate", doc("at", true));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        var changed = articles.findOneAndUpdate(doc("_id", "a").append("rev", 1), update, after);
        assertThat(changed.getInteger("rev")).isEqualTo(2);
        assertThat(changed.getList("outbox", Document.class)).hasSize(2);
        assertThat(Duration.between(changed.getDate("at").toInstant(), Instant.now()))
                .isLessThan(Duration.ofMinutes(1));
        assertThat(articles.findOneAndUpdate(doc("_id", "a").append("rev", 1), update, after)).isNull();
        articles.updateOne(doc("_id", "a"), doc("$pull", doc("outbox", doc("type", "x"))));
        assertThat(articles.find(doc("outbox.0", doc("$exists", true))).projection(doc("outbox.type", 1)).first())
                .isEqualTo(doc("_id", "a").append("outbox", List.of(doc("type", "y"))));
    }

    @Test
    void insertsWhatItCanWhenOrderDoesNotMatter() {
        articles.insertOne(doc("_id", 2));
        var refused = catchThrowableOfType(MongoBulkWriteException.class, () -> articles.insertMany(
                List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3)), new InsertManyOptions().ordered(false)));
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(refused.getWriteErrors()).hasSize(1).first().extracting(error -> error.getCode()).isEqualTo(11000);
        assertThat(articles.countDocuments()).isEqualTo(3);
    }

    @Test
    void writesInBulk() {
        var result = articles.bulkWrite(List.of(new InsertOneModel<>(doc("_id", 1)),
                new UpdateOneModel<>(doc("_id", 1), doc("$set", doc("a", 1))),
                new UpdateOneModel<>(doc("_id", 2), doc("$setOnInsert", doc("a", 2)),
                        new UpdateOptions().upsert(true))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(1);
    }

    @Test
    void endsAnOrderedBulkAtTheFirstRefusal() {
        articles.insertMany(List.of(doc("_id", 1).append("a", "text"), doc("_id", 2).append("a", 2)));
        var refused = catchThrowableOfType(MongoBulkWriteException.class,
                () -> articles.bulkWrite(List.of(new UpdateOneModel<>(doc("_id", 2), doc("$inc", doc("a", 1))),
                        new UpdateOneModel<>(doc("_id", 1), doc("$inc", doc("a", 1))),
                        new UpdateOneModel<>(doc("_id", 2), doc("$inc", doc("a", 1))))));
        assertThat(refused.getWriteErrors()).hasSize(1).first().extracting(error -> error.getIndex()).isEqualTo(1);
        assertThat(articles.find(doc("_id", 2)).first()).containsEntry("a", 3);
    }

    @Test
    void findsEveryArticleWhileItMovesInAnIndex() throws InterruptedException {
        articles.createIndex(doc("section", 1).append("rev", 1));
        articles.insertMany(
                IntStream.range(0, 20).mapToObj(i -> doc("_id", i).append("section", "a").append("rev", 0)).toList());
        var writer = Thread.ofPlatform().start(() -> IntStream.range(0, 400)
                .forEach(i -> articles.updateOne(doc("_id", i % 20), doc("$inc", doc("rev", 1 + i % 7)))));
        do {
            var found = articles.find(doc("section", "a").append("rev", doc("$gte", 0))).map(each -> each.get("_id"));
            assertThat(found.into(new ArrayList<>())).hasSize(20).doesNotHaveDuplicates();
            assertThat(articles.countDocuments(doc("section", "a"))).isEqualTo(20);
        } while (writer.isAlive());
        writer.join();
    }

    @Test
    void takesALeaseByTheServersClock() {
        var leases = client.getDatabase("articles").getCollection("lease");
        var expired = doc("$expr", doc("$lt", List.of("$until", "$$NOW"))).append("_id", "relay");
        leases.insertOne(doc("_id", "relay").append("until", Date.from(Instant.now().plusSeconds(60))));
        assertThat(leases.findOneAndUpdate(expired, doc("$set", doc("holder", "b")))).isNull();
        leases.updateOne(doc("_id", "relay"), doc("$set", doc("until", Date.from(Instant.now().minusSeconds(1)))));
        assertThat(leases.findOneAndUpdate(expired, doc("$set", doc("holder", "b")))).isNotNull();
    }

    @Test
    void honoursTheFilterOfAPartialUniqueIndex() {
        articles.createIndex(doc("slug", 1),
                new IndexOptions().unique(true).partialFilterExpression(doc("state", "live")));
        articles.insertMany(List.of(doc("_id", 1).append("slug", "a").append("state", "draft"),
                doc("_id", 2).append("slug", "a").append("state", "draft"),
                doc("_id", 3).append("slug", "a").append("state", "live")));
        assertThatThrownBy(() -> articles.updateOne(doc("_id", 1), doc("$set", doc("state", "live"))))
                .isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
        articles.updateOne(doc("_id", 3), doc("$set", doc("state", "withdrawn")));
        articles.updateOne(doc("_id", 1), doc("$set", doc("state", "live")));
        assertThat(articles.find(doc("slug", "a")).into(new ArrayList<>())).hasSize(3);
        assertThat(articles.find(doc("slug", "a").append("state", "live")).first()).containsEntry("_id", 1);
    }

    @Test
    void leavesDocumentsWithoutTheFieldOutOfASparseUniqueIndex() {
        articles.createIndex(doc("key", 1), new IndexOptions().unique(true).sparse(true));
        articles.insertMany(List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3).append("key", "k")));
        assertThatThrownBy(() -> articles.insertOne(doc("_id", 4).append("key", "k")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(articles.countDocuments(doc("key", doc("$exists", false)))).isEqualTo(2);
    }

    @Test
    void refusesAUniqueIndexOverWhatIsNotUniqueAndLeavesNothingBehind() {
        articles.insertMany(List.of(doc("_id", 1).append("a", 1), doc("_id", 2).append("a", 1)));
        assertThatThrownBy(() -> articles.createIndex(doc("a", 1), new IndexOptions().unique(true)))
                .hasMessageContaining("E11000");
        assertThat(articles.listIndexes()).hasSize(1);
        articles.insertOne(doc("_id", 3).append("a", 1));
        articles.deleteMany(doc("_id", doc("$gt", 1)));
        articles.createIndex(doc("a", 1), new IndexOptions().unique(true));
        assertThat(articles.countDocuments(doc("a", 1))).isEqualTo(1);
    }

    @Test
    void dropsOnlyTheIndexesOfTheCollection() {
        var sections = client.getDatabase("articles").getCollection("section");
        List.of(articles, sections).forEach(each -> each.createIndex(doc("slug", 1), new IndexOptions().unique(true)));
        articles.dropIndexes();
        sections.insertOne(doc("slug", "a"));
        assertThatThrownBy(() -> sections.insertOne(doc("slug", "a"))).isInstanceOf(MongoWriteException.class);
        articles.insertMany(List.of(doc("slug", "a"), doc("slug", "a")));
        assertThat(sections.listIndexes()).hasSize(2);
        assertThat(articles.listIndexes()).hasSize(1);
    }

    @Test
    void handsOverLargeAnswersInBatches() {
        var text = "x".repeat(100_000);
        IntStream.range(0, 300).forEach(i -> articles.insertOne(doc("_id", i).append("text", text)));
        var found = articles.find().sort(doc("text", 1).append("_id", -1)).batchSize(1000).into(new ArrayList<>());
        assertThat(found.stream().map(each -> each.getInteger("_id")))
                .isEqualTo(IntStream.range(0, 300).mapToObj(i -> 299 - i).toList());
        assertThat(articles.aggregate(List.of(doc("$match", doc("_id", doc("$gte", 10))),
                doc("$project", doc("text", 1)))).into(new ArrayList<>())).hasSize(290);
    }

    @Test
    void groupsAndCounts() {
        articles.insertMany(
                IntStream.range(0, 30).mapToObj(i -> doc("_id", i).append("section", "s" + i % 3)).toList());
        var counts = articles.aggregate(List.of(doc("$match", doc("_id", doc("$lt", 15))),
                doc("$group", doc("_id", "$section").append("n", doc("$sum", 1))), doc("$sort", doc("_id", 1))));
        assertThat(counts).containsExactly(doc("_id", "s0").append("n", 5), doc("_id", "s1").append("n", 5),
                doc("_id", "s2").append("n", 5));
        assertThat(articles.countDocuments()).isEqualTo(30);
        assertThat(articles.estimatedDocumentCount()).isEqualTo(30);
        assertThat(articles.countDocuments(doc("section", "s1"))).isEqualTo(10);
        assertThat(articles.distinct("section", String.class)).containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    @Test
    void forgetsADroppedDatabaseForGood() {
        articles.createIndex(doc("a", 1), new IndexOptions().unique(true));
        articles.insertOne(doc("_id", 1).append("a", 1));
        client.getDatabase("articles").drop();
        reopen();
        assertThat(articles.countDocuments()).isZero();
        articles.insertMany(List.of(doc("_id", 1).append("a", 1), doc("_id", 2).append("a", 1)));
        assertThat(articles.listIndexes()).hasSize(1);
    }
}
