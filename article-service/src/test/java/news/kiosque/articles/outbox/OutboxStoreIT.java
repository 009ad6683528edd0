package news.kiosque.articles.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the outbox asks of the store. */
@OnEveryStore
class OutboxStoreIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private final MongoClient client;
    private final MongoDatabase database;
    private final OutboxStore store;

    OutboxStoreIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        store = new OutboxStore(database,
                List.of(new OutboxCollection("articles"), new OutboxCollection("sections")), CLOCK);
    }

    @BeforeEach
    void index() {
        Mono.from(database.getCollection("articles").createIndexes(List.of(Outbox.INDEX))).block();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesWhatWaitsDocumentByDocumentInTheOrderInWhichItHappened() {
        happen("articles", "a", "a1", "a2", "a3", "a4", "a5");
        happen("sections", "s", "s1");
        happen("articles", "b", "b1");

        assertThat(waiting()).containsExactlyInAnyOrder(List.of("a1", "a2", "a3", "a4"), List.of("b1"), List.of("s1"));
    }

    @Test
    void forgetsWhatWasSentAndNothingElse() {
        happen("articles", "a", "a1", "a2", "a3", "a4", "a5");
        happen("articles", "b", "b1");
        store.remove(store.first().block()).block();

        assertThat(waiting()).containsExactly(List.of("a5"));
        store.remove(store.first().block()).block();
        assertThat(waiting()).isEmpty();
        assertThat(document("a")).doesNotContainKey("pending");
    }

    @Test
    void keepsWhatHappensWhileTheRestIsBeingSent() {
        happen("articles", "a", "a1");
        var sent = store.first().block();
        happen("articles", "a", "a2");
        store.remove(sent).block();

        assertThat(waiting()).containsExactly(List.of("a2"));
        store.remove(sent).block();
        assertThat(waiting()).containsExactly(List.of("a2"));
    }

    @Test
    void givesNoMoreThanOneTransactionShouldHold() {
        IntStream.range(0, OutboxStore.BATCH_DOCUMENTS + 10).forEach(i -> happen("articles", "a" + i, "e" + i));
        assertThat(waiting()).hasSize(OutboxStore.BATCH_DOCUMENTS);

        add("sections", "large", List.of(event("large", new byte[5_000_000])));
        store.remove(store.first().block()).block();
        assertThat(waiting()).hasSize(11).endsWith(List.of("large"));
    }

    @Test
    void givesWhatIsPublishedTodayBeforeAnArchiveHoweverMuchOfThatWaits() {
        IntStream.range(0, OutboxStore.BATCH_DOCUMENTS + 10).forEach(i -> archived("old" + i));
        happen("articles", "today", "t1");
        happen("sections", "s", "s1");

        assertThat(waiting()).hasSize(OutboxStore.BATCH_DOCUMENTS).startsWith(List.of("t1"), List.of("s1"));
        store.remove(store.first().block()).block();
        assertThat(waiting()).hasSize(12);
    }

    @Test
    void putsAsideWhatIsHopelessWithTheReason() {
        happen("articles", "a", "a1", "a2");
        store.park(store.first().block(), Map.of("a1", "too large")).block();

        assertThat(waiting()).containsExactly(List.of("a2"));
        assertThat(Flux.from(database.getCollection("outbox-parked").find()).collectList().block()).singleElement()
                .satisfies(parked -> assertThat(parked).containsEntry("_id", "a1").containsEntry("document", "a")
                        .containsEntry("reason", "too large"));
    }

    @Test
    void refusesMoreOnceTooMuchWaits() {
        add("articles", "a", List.of(event("1", new byte[3_500_000])));
        Outbox.checkRoom(document("a"));
        add("articles", "a", List.of(event("2", new byte[3_500_000])));

        assertThatThrownBy(() -> Outbox.checkRoom(document("a"))).isInstanceOf(OutboxFull.class);
    }

    private List<List<String>> waiting() {
        return store.first().block().stream().map(WaitingEvents::ids).toList();
    }

    private void happen(String collection, String document, String... ids) {
        add(collection, document,
                List.of(ids).stream().map(id -> event(id, "{}".getBytes(StandardCharsets.UTF_8))).toList());
    }

    private void archived(String id) {
        Document article = Outbox.firstBackfill(List.of(event(id, new byte[0]).asBackfill())).append("_id", id);
        Mono.from(database.getCollection("articles").insertOne(article)).block();
    }

    private void add(String collection, String document, List<OutgoingEvent> events) {
        Mono.from(database.getCollection(collection).updateOne(Filters.eq("_id", document), Outbox.add(events),
                new UpdateOptions().upsert(true))).block();
    }

    private static OutgoingEvent event(String id, byte[] data) {
        return new OutgoingEvent(id, "news.kiosque.article.withdrawn.v1", "kiosque.article", "key", CLOCK.instant(),
                data);
    }

    private Document document(String id) {
        return Mono.from(database.getCollection("articles").find(Filters.eq("_id", id))).block();
    }
}
