package news.kiosque.articles.section;

import java.time.InstantSource;
import java.util.List;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** What sections ask of the store. */
@OnEveryStore
class SectionsStoreIT {
    private final MongoClient client;
    private final MongoDatabase database;
    private final Sections sections;

    SectionsStoreIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        sections = sections();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void keepsSectionsInTheirPlacesForEveryReader() {
        save("sport", "Sport", 2);
        save("monde", "Monde", 1);
        save("monde/europe", "Europe", 1);
        Sections others = sections();
        others.refresh().block();

        assertThat(others.children(Edition.fr, "")).extracting(Section::path).containsExactly("monde", "sport");
        assertThat(others.line(Edition.fr, "monde/europe")).extracting(Section::name).containsExactly("Monde",
                "Europe");
    }

    @Test
    void putsASectionInPlaceOfTheOneAtItsPath() {
        save("monde", "Monde", 1);
        save("monde", "International", 3);

        assertThat(sections.of(Edition.fr)).containsExactly(new Section(Edition.fr, "monde", "International", 3));
    }

    @Test
    void leavesAnEventForEachChangeWithTheSection() {
        save("monde", "Monde", 1);
        save("monde", "International", 1);

        Document stored = Mono.from(database.getCollection(Sections.COLLECTION).find()).block();
        assertThat(stored).containsEntry("pending", true);
        assertThat(stored.getList("outbox", Document.class)).hasSize(2)
                .allSatisfy(event -> assertThat(event.getString("key")).isEqualTo("section/fr/monde"));
    }

    @Test
    void keepsEveryEventOfChangesAtOnce() {
        Flux.range(0, 20).flatMap(i -> sections.save(new Section(Edition.fr, "monde", "Monde " + i, i)), 20).then()
                .block();

        Document stored = Mono.from(database.getCollection(Sections.COLLECTION).find()).block();
        List<Document> events = stored.getList("outbox", Document.class);
        assertThat(events).extracting(event -> event.getString("id")).doesNotHaveDuplicates().hasSize(20);
    }

    private Sections sections() {
        return new Sections(database, new OutboxSignal(), InstantSource.system());
    }

    private void save(String path, String name, int position) {
        sections.save(new Section(Edition.fr, path, name, position)).block();
    }
}
