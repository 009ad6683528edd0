package news.kiosque.articles.url;

import java.util.List;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/** What addresses ask of the store. */
@OnEveryStore
class AddressesStoreIT {
    private final MongoClient client;
    private final Addresses addresses;

    AddressesStoreIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        addresses = new Addresses(client.getDatabase(TestMongo.freshDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesAPathToOneOfManyWhoWantItAtOnceAndForEver() {
        List<String> owners = Flux.range(0, 20)
                .flatMap(i -> addresses.take("/monde/titre", "article/" + i).filter(taken -> taken)
                        .map(_ -> "article/" + i), 20)
                .collectList().block();

        assertThat(owners).hasSize(1);
        assertThat(addresses.owner("/monde/titre").block()).isEqualTo(owners.getFirst());
        assertThat(addresses.take("/monde/titre", owners.getFirst()).block()).isTrue();
        assertThat(addresses.owner("/monde/libre").block()).isNull();
    }
}
