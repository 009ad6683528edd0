package news.kiosque.standalone.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

class KilledMongoTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = Integer.getInteger("kiosque.kill.rounds", 4);
    private static final String LONG_TEXT = "Il pleut sur Brest. ".repeat(500);

    @TempDir
    Path folder;

    private final Semaphore acknowledged = new Semaphore(0);
    private final int[] revisions = new int[WRITERS];
    private final int[] inserted = new int[WRITERS];

    @Test
    void losesNoAcknowledgedWriteAndKeepsNoHalfOneWhenKilled() throws Exception {
        var random = new Random(4);
        int total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int writes = 100 + random.nextInt(1500);
            try (var mongo = MongoChild.start(folder, "-Xmx256m"); var client = MongoClients.create(mongo.uri())) {
                var articles = articles(client);
                verify(client, articles);
                var writers = startWriters(articles);
                assertThat(acknowledged.tryAcquire(writes, 60, TimeUnit.SECONDS)).isTrue();
                mongo.kill();
                for (var writer : writers) {
                    writer.join();
                }
            }
            total += writes + acknowledged.drainPermits();
        }
        try (var mongo = MongoChild.start(folder); var client = MongoClients.create(mongo.uri())) {
            verify(client, articles(client));
            assertThat(mongo.stop()).isEqualTo(143);
        }
        System.out.printf("%d kills, %d acknowledged writes, 0 lost%n", ROUNDS, total);
    }

    private static MongoCollection<Document> articles(MongoClient client) {
        var articles = client.getDatabase("articles").getCollection("article");
        articles.createIndex(Indexes.ascending("writer", "number"), new IndexOptions().unique(true));
        articles.createIndex(Indexes.descending("rev"));
        for (int writer = 0; writer < WRITERS; writer++) {
            articles.updateOne(eq("outbox-" + writer), set("writer", "outbox-" + writer),
                    new UpdateOptions().upsert(true));
        }
        return articles;
    }

    private List<Thread> startWriters(MongoCollection<Document> articles) {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int me = writer;
            writers.add(Thread.ofPlatform().start(() -> writeUntilKilled(articles, me)));
        }
        return writers;
    }

    private void writeUntilKilled(MongoCollection<Document> articles, int me) {
        try {
            while (true) {
                int next = revisions[me] + 1;
                var query = next == 1 ? eq("outbox-" + me) : and(eq("outbox-" + me), eq("rev", next - 1));
                var before = articles.findOneAndUpdate(query,
                        combine(inc("rev", 1), set("state", "s" + next), push("outbox", next)));
                assertThat(before).isNotNull();
                revisions[me] = next;
                acknowledged.release();
                articles.insertOne(new Document("_id", me + "/" + inserted[me]).append("writer", "w" + me)
                        .append("number", inserted[me]).append("text", LONG_TEXT));
                inserted[me]++;
                acknowledged.release();
            }
        } catch (MongoException killed) {
            // the write that was under way may be kept or not; the check finds out
        }
    }

    private void verify(MongoClient client, MongoCollection<Document> articles) {
        assertThat(client.getDatabase("articles").runCommand(new Document("validate", "article")).getList("errors",
                String.class)).isEmpty();
        for (int writer = 0; writer < WRITERS; writer++) {
            var article = articles.find(eq("outbox-" + writer)).first();
            int revision = article.getInteger("rev", 0);
            assertThat(revision).isBetween(revisions[writer], revisions[writer] + 1);
            assertThat(article.getList("outbox", Integer.class, List.of()))
                    .isEqualTo(IntStream.rangeClosed(1, revision).boxed().toList());
            assertThat(article.getString("state")).isEqualTo(revision == 0 ? null : "s" + revision);
            revisions[writer] = revision;
            assertThat(articles.find(eq("rev", revision == 0 ? null : revision)).map(found -> found.get("_id")))
                    .contains("outbox-" + writer);
            verifyInserted(articles, writer);
        }
        assertThat(articles.countDocuments()).isEqualTo(WRITERS + IntStream.of(inserted).sum());
    }

    private void verifyInserted(MongoCollection<Document> articles, int writer) {
        var numbers = articles.find(eq("writer", "w" + writer)).sort(new Document("number", 1))
                .map(found -> found.getInteger("number")).into(new ArrayList<>());
        assertThat(numbers.size()).isBetween(inserted[writer], inserted[writer] + 1);
        assertThat(numbers).isEqualTo(IntStream.range(0, numbers.size()).boxed().toList());
        inserted[writer] = numbers.size();
    }
}
