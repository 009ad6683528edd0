package news.kiosque.articles.outbox;

import java.time.Duration;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryStore
class OutboxLeaseIT {
    private final MongoClient client;
    private final String database = TestMongo.freshDatabase();
    private long nanos;
    private final OutboxLease first;
    private final OutboxLease second;

    OutboxLeaseIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        first = lease("first");
        second = lease("second");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void isHeldByOne() {
        assertThat(isHeld(first)).isTrue();
        assertThat(isHeld(second)).isFalse();
        assertThat(isHeld(first)).isTrue();
    }

    @Test
    void isKeptAsLongAsItIsRenewed() {
        isHeld(first);
        for (int second = 0; second < 10; second++) {
            nanos += Duration.ofMillis(1_500).toNanos();
            assertThat(isHeld(first)).isTrue();
            assertThat(isHeld(this.second)).isFalse();
        }
    }

    @Test
    void goesToAnotherAfterATermWithoutASignOfLife() {
        isHeld(first);
        isHeld(second);
        nanos += OutboxLease.TERM.toNanos();

        assertThat(isHeld(second)).isTrue();
        assertThat(isHeld(first)).isFalse();
    }

    @Test
    void goesToAnotherAtOnceWhenItIsReleased() {
        isHeld(first);
        first.release().block();

        assertThat(isHeld(second)).isTrue();
        assertThat(isHeld(first)).isFalse();
    }

    @Test
    void comesBackToOneThatGaveItUpWhenNobodyElseTookIt() {
        isHeld(first);
        first.giveUp();

        assertThat(isHeld(first)).isFalse();
        nanos += OutboxLease.TERM.toNanos();
        assertThat(isHeld(first)).isTrue();
    }

    private OutboxLease lease(String owner) {
        return new OutboxLease(client.getDatabase(database).getCollection("leases", Document.class), owner,
                () -> nanos);
    }

    private static boolean isHeld(OutboxLease lease) {
        return Boolean.TRUE.equals(lease.isHeld().block());
    }
}
