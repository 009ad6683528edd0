package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.section.StoredSections;
import news.kiosque.events.Order;
import news.kiosque.platform.restore.Epoch;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** What a database holds after a restore from backup is told to everybody anew. */
@OnEveryStore
class AnnounceRestoredIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final long EPOCH = 1_700_000_000;
    private static final int MANY = 60;

    private final MongoClient client;
    private final MongoDatabase database;
    private final StoredArticles stored;

    AnnounceRestoredIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        stored = new StoredArticles(database);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void tellsOfEveryArticleThatWasEverPublicInItsNewOrder() {
        put(draft("draft"));
        put(live("live"));
        put(live("gone").withdrawn("Une erreur", false, NOW));
        restored("");

        announce();

        assertThat(outbox("draft")).isEmpty();
        assertThat(outbox("live")).containsExactly("news.kiosque.article.published.v1", "news.kiosque.page.changed.v1");
        assertThat(outbox("gone")).containsExactly("news.kiosque.article.withdrawn.v1", "news.kiosque.page.changed.v1");
        assertThat(data("live")).contains("\"epoch\":" + EPOCH).contains("\"number\":1");
    }

    @Test
    void tellsOfThemOnceAndHowManySoeverThereAre() {
        for (int i = 0; i < MANY; i++) {
            put(live("a%03d".formatted(i)));
        }
        restored("");

        announce();
        announce();

        for (int i = 0; i < MANY; i++) {
            assertThat(outbox("a%03d".formatted(i))).hasSize(2);
        }
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        put(live("a1"));
        put(live("a2"));
        restored("a1");

        announce();

        assertThat(outbox("a1")).isEmpty();
        assertThat(outbox("a2")).hasSize(2);
    }

    @Test
    void addsNothingToWhatStillWaitsWhenItsEndWasNotNoted() {
        put(live("a1"));
        restored("");

        announce();
        Mono.from(database.getCollection("epoch").updateOne(Filters.eq("epoch"), Updates.set("announced", ""))).block();
        announce();

        assertThat(outbox("a1")).hasSize(2);
    }

    @Test
    void saysNothingWhereNothingWasRestored() {
        put(live("a1"));

        announce();

        assertThat(outbox("a1")).isEmpty();
    }

    private void announce() {
        var sections = StoredSections.of(database);
        new AnnounceRestored(database, new Epoch(database), new PublicState(sections), sections, new OutboxSignal(),
                () -> NOW).announce().block();
    }

    private void restored(String announced) {
        Mono.from(database.getCollection("epoch").insertOne(
                new Document("_id", "epoch").append("number", EPOCH).append("announced", announced))).block();
        Mono.from(database.getCollection(Articles.COLLECTION).updateMany(new Document(),
                Updates.set("order.epoch", EPOCH))).block();
    }

    private void put(Article article) {
        stored.put(article).block();
    }

    private static Article draft(String id) {
        return Article.drafted(id, Edition.fr, ArticlesStoreIT.content("monde", "Titre"), NOW);
    }

    private static Article live(String id) {
        return draft(id).published("/monde/" + id, "anne", NOW);
    }

    private List<String> outbox(String id) {
        return entries(id).stream().map(entry -> entry.getString("type")).toList();
    }

    private String data(String id) {
        return entries(id).getFirst().getString("data");
    }

    private List<Document> entries(String id) {
        return Mono.from(database.getCollection(Articles.COLLECTION).find(Filters.eq("_id", id))).block()
                .getList("outbox", Document.class, List.of());
    }
}
