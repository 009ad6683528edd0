package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

/**
 * Writers that make, revise, publish and withdraw articles without a pause, each its own, and readers; they end with the
 * server. It knows what was acknowledged and what was shown, so that it can say what is lost, doubled or undone.
 */
final class BusyNewsroom {

    private static final int WRITERS = 4;
    private static final int READERS = 2;
    private static final List<String> STATES = List.of("DRAFT", "LIVE", "WITHDRAWN");
    private static final String TEXT = "Il pleut sur Brest. ".repeat(400);

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> shown = new ConcurrentHashMap<>();
    private final Semaphore writes = new Semaphore(0);
    private final List<Thread> people = new ArrayList<>();
    private final AtomicLong total = new AtomicLong();

    static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY).build());
    }

    private static MongoCollection<Document> articles(MongoClient client) {
        return client.getDatabase("kiosque").getCollection("articles");
    }

    /** Lets them work until so many writes are acknowledged; they go on then. */
    boolean work(MongoClient client, int least) throws InterruptedException {
        var articles = articles(client);
        articles.createIndex(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("rev")));
        articles.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
        int begun = acknowledged.size();
        IntStream.range(0, WRITERS).forEach(writer -> people
                .add(Thread.ofPlatform().start(() -> untilKilled(() -> write(articles, writer + "/" + begun)))));
        IntStream.range(0, READERS)
                .forEach(i -> people.add(Thread.ofPlatform().start(() -> untilKilled(() -> read(articles)))));
        return writes.tryAcquire(least, 2, TimeUnit.MINUTES);
    }

    /** Waits for all to notice that the server is gone. */
    void end() throws InterruptedException {
        for (var person : people) {
            person.join();
        }
        people.clear();
    }

    private static void untilKilled(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (MongoException killed) {
            // what was under way may be kept or not, as a whole
        }
    }

    /** An article's whole life. */
    private void write(MongoCollection<Document> articles, String name) {
        var id = name + "/" + acknowledged.size() + "-" + ThreadLocalRandom.current().nextLong();
        articles.insertOne(new Document("_id", id).append("rev", 1).append("state", "DRAFT").append("text", TEXT)
                .append("history", List.of(1)));
        acknowledge(id, 1);
        for (int rev = 2; rev <= 8; rev++) {
            var before = articles.findOneAndUpdate(and(eq("_id", id), eq("rev", rev - 1)), combine(inc("rev", 1),
                    set("state", STATES.get(rev % 3)), set("pending", true), push("history", rev)));
            if (before == null) {
                throw new AssertionError(id + " is not at the revision " + (rev - 1) + " that was acknowledged");
            }
            acknowledge(id, rev);
        }
    }

    private void acknowledge(String id, int rev) {
        acknowledged.put(id, rev);
        total.incrementAndGet();
        writes.release();
    }

    private void read(MongoCollection<Document> articles) {
        for (var article : articles.find(eq("state", "LIVE")).sort(new Document("rev", -1)).limit(20)) {
            shown.merge(article.getString("_id"), article.getInteger("rev"), Math::max);
        }
    }

    /** Compares what is stored with what was acknowledged and shown: a line for each difference. */
    List<String> differences(MongoClient client) {
        List<String> differences = new ArrayList<>();
        Map<String, Document> stored = new HashMap<>();
        articles(client).find().forEach(article -> stored.put(article.getString("_id"), article));
        acknowledged.forEach((id, rev) -> {
            if (!stored.containsKey(id) || stored.get(id).getInteger("rev") < rev) {
                differences.add("lost: " + id + " revision " + rev);
            }
        });
        shown.forEach((id, rev) -> {
            if (!stored.containsKey(id) || stored.get(id).getInteger("rev") < rev) {
                differences.add("undone although it was shown: " + id + " revision " + rev);
            }
        });
        stored.forEach((id, article) -> {
            int rev = article.getInteger("rev");
            var whole = IntStream.rangeClosed(1, rev).boxed().toList();
            if (!article.getList("history", Integer.class).equals(whole) || rev > acknowledged.getOrDefault(id, 0) + 1
                    || rev > 1 && !article.getString("state").equals(STATES.get(rev % 3))) {
                differences.add("doubled or half: " + article);
            }
            acknowledged.put(id, rev);
        });
        differences.addAll(indexDifferences(articles(client), stored));
        writes.drainPermits();
        return differences;
    }

    private static List<String> indexDifferences(MongoCollection<Document> articles, Map<String, Document> stored) {
        List<String> differences = new ArrayList<>();
        for (var state : STATES) {
            long expected = stored.values().stream().filter(article -> article.getString("state").equals(state))
                    .count();
            long found = articles.countDocuments(in("state", state));
            if (found != expected) {
                differences.add("the index has " + found + " of state " + state + " where there are " + expected);
            }
        }
        return differences;
    }

    /** Acknowledged writes so far. */
    long total() {
        return total.get();
    }
}
