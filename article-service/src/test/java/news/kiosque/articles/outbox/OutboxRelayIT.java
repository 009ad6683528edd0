package news.kiosque.articles.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import news.kiosque.articles.TopicReader;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.Heartbeat;
import news.kiosque.events.Order;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.outbox.EventSessions;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestMongo;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutboxRelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final String database = TestMongo.freshDatabase();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private MongoClient client;
    private MongoDatabase store;
    private MongoCollection<Document> articles;

    @BeforeEach
    void open() {
        client = MongoClients.create(TestMongo.uri());
        store = client.getDatabase(database);
        articles = store.getCollection("articles");
    }

    @AfterEach
    void close() {
        relays.forEach(relay -> relay.stop().block());
        client.close();
    }

    @Test
    void sendsTheEventsOfADocumentInOrderAndThenForgetsThem() {
        String id = UUID.randomUUID().toString();
        for (int number = 1; number <= 10; number++) {
            happens(id, number);
        }
        relay(producers()).start();

        awaitNothingWaits(id);
        awaitNumbers(id, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        Document document = document(id);
        assertThat(document).doesNotContainKey("pending");
        assertThat(document.getList("outbox", Document.class)).isEmpty();
    }

    @Test
    void sendsEverythingOnceKafkaIsBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        Supplier<Producer<String, byte[]>> producers = producers();
        OutboxRelay relay = relay(() -> {
            if (away.get()) {
                throw new TimeoutException("no broker");
            }
            return producers.get();
        });
        relay.start();
        String id = UUID.randomUUID().toString();
        happens(id, 1);
        happens(id, 2);
        assertThat(numbers(id)).isEmpty();
        away.set(false);

        awaitNothingWaits(id);
        awaitNumbers(id, 1L, 2L);
    }

    @Test
    void putsAsideWhatTheProducerRefuses() {
        putsAsideWhatIsTooLarge(producers(Map.of()));
    }

    @Test
    void findsOutWhatTheBrokerRefuses() {
        putsAsideWhatIsTooLarge(producers(Map.of("max.request.size", 10_000_000)));
    }

    private void putsAsideWhatIsTooLarge(Supplier<Producer<String, byte[]>> producers) {
        String before = UUID.randomUUID().toString();
        happens(before, 1);
        String hopeless = UUID.randomUUID().toString();
        String fine = UUID.randomUUID().toString();
        add(hopeless, new OutgoingEvent("too-large", "news.kiosque.article.withdrawn.v1", Topics.ARTICLE, hopeless, NOW,
                new byte[2_000_000]));
        happens(hopeless, 2);
        happens(fine, 1);
        relay(producers).start();

        awaitNothingWaits(before);
        awaitNothingWaits(fine);
        awaitNothingWaits(hopeless);
        awaitNumbers(before, 1L);
        awaitNumbers(fine, 1L);
        awaitNumbers(hopeless, 2L);
        List<Document> all = Flux.from(store.getCollection("outbox-parked").find()).collectList().block();
        assertThat(all).singleElement(InstanceOfAssertFactories.MAP).containsEntry("_id", "too-large")
                .containsEntry("document", hopeless);
        assertThat(meters.counter("kiosque.outbox.parked").count()).isEqualTo(1);
    }

    @Test
    void neverSendsAnOldStateAfterANewerOneThoughItWasStoppedInBetween() throws Exception {
        StoppableProducers stoppable = new StoppableProducers(producers());
        OutboxRelay stopped = relay(stoppable);
        stopped.start();
        String id = UUID.randomUUID().toString();
        happens(id, 1);
        awaitNothingWaits(id);

        stoppable.stopBeforeTheNextCommit();
        happens(id, 2);
        stoppable.awaitStopped();
        relay(producers()).start();
        awaitNothingWaits(id);
        happens(id, 3);
        awaitNothingWaits(id);
        stoppable.goOn();
        happens(id, 4);

        awaitNothingWaits(id);
        await().atMost(PATIENCE).until(stoppable::failedAfterwards);
        awaitNumbers(id, 1L, 2L, 3L, 4L);
    }

    @Test
    void handsOverToAnotherRelayWhenItIsStoppedInGoodOrder() {
        OutboxRelay first = relay(producers());
        first.start();
        String id = UUID.randomUUID().toString();
        happens(id, 1);
        awaitNothingWaits(id);
        first.stop().block();
        relay(producers()).start();
        happens(id, 2);

        awaitNothingWaits(id);
        awaitNumbers(id, 1L, 2L);
    }

    @Test
    void keepsItsHeartBeatingWhenTheClockIsPutBack() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        relay(producers(), now::get).start();
        awaitHeartbeat(now.get());
        now.set(now.get().minus(Duration.ofHours(1)));

        awaitHeartbeat(now.get());
    }

    private static void awaitHeartbeat(Instant at) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TopicReader.events(Topics.PAGE))
                .anySatisfy(record -> assertThat(record.value())
                        .isInstanceOfSatisfying(Heartbeat.class, beat -> assertThat(beat.at()).isEqualTo(at))));
    }

    private OutboxRelay relay(Supplier<Producer<String, byte[]>> producers) {
        return relay(producers, InstantSource.system());
    }

    private OutboxRelay relay(Supplier<Producer<String, byte[]>> producers, InstantSource clock) {
        String name = "relay-" + relays.size() + "-" + database;
        OutboxRelay relay = new OutboxRelay(name,
                new OutboxStore(store, List.of(new OutboxCollection("articles")), InstantSource.system()),
                new OutboxLease(store.getCollection("leases"), name, System::nanoTime), new OutboxSignal(), producers,
                clock, meters);
        relays.add(relay);
        return relay;
    }

    private Supplier<Producer<String, byte[]>> producers() {
        return producers(Map.of());
    }

    private Supplier<Producer<String, byte[]>> producers(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", TestKafka.bootstrapServers());
        return EventSessions.producers(all, database);
    }

    private void happens(String id, long number) {
        add(id, OutgoingEvent.of(new ArticleWithdrawn(new Order(0, number), id, "fr", "/monde/x", NOW), NOW));
    }

    private void add(String id, OutgoingEvent event) {
        Mono.from(
                articles.updateOne(Filters.eq("_id", id), Outbox.add(List.of(event)), new UpdateOptions().upsert(true)))
                .block();
    }

    private Document document(String id) {
        return Mono.from(articles.find(Filters.eq("_id", id))).block();
    }

    private void awaitNothingWaits(String id) {
        await().atMost(PATIENCE).until(() -> !document(id).containsKey("pending"));
    }

    /** The end of a transaction reaches the readers a moment after it is acknowledged. */
    private static void awaitNumbers(String id, Long... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(numbers(id)).containsExactly(expected));
    }

    private static List<Long> numbers(String id) {
        return TopicReader.events(Topics.ARTICLE, id).stream().map(OutboxRelayIT::number).toList();
    }

    private static long number(Event event) {
        return ((ArticleWithdrawn) event).order().number();
    }
}
