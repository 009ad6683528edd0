package news.kiosque.consent.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.notice.NoticeFragments.Fragment;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import news.kiosque.platform.restore.Epoch;
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

/** What notices ask of the store. */
@OnEveryStore
class NoticeStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MongoClient client;
    private final MongoDatabase database;
    private NoticeStore notices;
    private final JurisdictionStore jurisdictions;

    NoticeStoreIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        notices = new NoticeStore(database, new Epoch(database));
        jurisdictions = new JurisdictionStore(database);
    }

    @BeforeEach
    void prepare() {
        notices.prepare().block();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void raisesTheOrderWithEachChangeAndNotWithout() {
        NoticePublished first = publish(fragment("1", "first"));

        assertThat(publish(fragment("1", "first"))).isEqualTo(first);
        NoticePublished second = publish(fragment("1", "second"));
        assertThat(second.order().isAbove(first.order())).isTrue();
        assertThat(notices.versions("1").map(StoredText::textHash).collectList().block()).containsExactly("first",
                "second");
        assertThat(notices.version("first").block().html()).isEqualTo("<p>first</p>");
    }

    @Test
    void announcesAnewWhatIsShownOnceAfterARestore() {
        NoticePublished before = publish(fragment("1", "first"));
        notices.published(notices.waiting(10).collectList().block()).block();
        Mono.from(database.getCollection("epoch").insertOne(new Document("_id", "epoch").append("number", 1_700L)))
                .block();
        notices = new NoticeStore(database, new Epoch(database));

        NoticePublished after = publish(fragment("1", "first"));
        assertThat(after.order()).isEqualTo(new Order(1_700, 1)).matches(order -> order.isAbove(before.order()));
        assertThat(notices.waiting(10).collectList().block()).singleElement()
                .satisfies(one -> assertThat(one.event().key()).isEqualTo(before.key()));
        assertThat(publish(fragment("1", "first"))).isEqualTo(after);
        assertThat(publish(fragment("1", "second")).order()).isEqualTo(new Order(1_700, 2));
    }

    @Test
    void givesEachOfManyChangesAtOnceAnOrderOfItsOwn() {
        List<Long> numbers = Flux.range(0, 6)
                .flatMap(i -> notices.publish(fragment("1", "text " + i), List.of(), NOW), 6)
                .map(published -> published.order().number()).collectList().block();

        assertThat(numbers).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void keepsWaitingWhatWasChangedWhileItWasBeingSent() {
        publish(fragment("1", "first"));
        var sent = notices.waiting(10).collectList().block();
        NoticePublished second = publish(fragment("1", "second"));
        notices.published(sent).block();

        var waiting = notices.waiting(10).collectList().block();
        assertThat(waiting).singleElement().satisfies(one -> assertThat(one.event().key()).isEqualTo(second.key()));
        notices.published(waiting).block();
        assertThat(notices.waiting(10).collectList().block()).isEmpty();
    }

    @Test
    void keepsTheJurisdictionsAsTheyWereSet() {
        assertThat(jurisdictions.get().block()).isEqualTo(Jurisdictions.SHIPPED);
        var wanted = new Jurisdictions(Set.of("BR"), Set.of("NZ"));
        jurisdictions.set(new Jurisdictions(Set.of(), Set.of())).block();
        jurisdictions.set(wanted).block();

        assertThat(jurisdictions.get().block()).isEqualTo(wanted);
    }

    private NoticePublished publish(Fragment fragment) {
        return notices.publish(fragment, List.of(), NOW).block();
    }

    private static Fragment fragment(String version, String text) {
        return new Fragment(version, "fr", Mode.OPT_IN, text, text, "<p>" + text + "</p>", "sha256-x");
    }
}
