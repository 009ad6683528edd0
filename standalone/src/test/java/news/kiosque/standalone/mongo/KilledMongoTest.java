package news.kiosque.standalone.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.mongodb.client.MongoClient;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledMongoTest {

    private static final int ROUNDS = Integer.getInteger("kiosque.rounds", 3);
    private static final int REAL_ROUNDS = Math.min(10, ROUNDS);

    @TempDir
    Path folder;

    private interface Starting {
        KillableServer start() throws Exception;
    }

    @Test
    void losesAndDoublesNothingThatWasAcknowledgedOrShownWhenKilled() throws Exception {
        killAndCompare("the embedded server", ROUNDS, () -> MongoChild.start(folder, "-Xmx256m"));
        try (var mongo = MongoChild.start(folder); var client = BusyNewsroom.connect(mongo.uri())) {
            assertThat(validated(client)).isEmpty();
            assertThat(mongo.stop()).isEqualTo(143);
        }
    }

    @Test
    void comparesWithWhatARealMongodDoes() throws Exception {
        var mongod = System.getProperty("KIOSQUE_TEST_MONGOD", System.getenv("KIOSQUE_TEST_MONGOD"));
        Assumptions.assumeTrue(mongod != null, "KIOSQUE_TEST_MONGOD names no mongod");
        int port = MongodChild.freePort();
        killAndCompare("mongod", REAL_ROUNDS, () -> MongodChild.start(Path.of(mongod), folder, port));
    }

    private static void killAndCompare(String name, int rounds, Starting server) throws Exception {
        var random = new Random(4);
        var newsroom = new BusyNewsroom();
        List<String> differences = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (var mongo = server.start(); var client = BusyNewsroom.connect(mongo.uri())) {
                differences.addAll(newsroom.differences(client));
                assertThat(newsroom.work(client, 100 + random.nextInt(600))).isTrue();
                mongo.kill();
                newsroom.end();
            }
        }
        try (var mongo = server.start(); var client = BusyNewsroom.connect(mongo.uri())) {
            differences.addAll(newsroom.differences(client));
        }
        System.out.printf("%s: %d rounds of kill -9, %,d acknowledged writes, %d differences%n", name, rounds,
                newsroom.total(), differences.size());
        assertThat(differences).isEmpty();
    }

    private static List<String> validated(MongoClient client) {
        return client.getDatabase("kiosque").runCommand(new Document("validate", "articles")).getList("errors",
                String.class);
    }
}
