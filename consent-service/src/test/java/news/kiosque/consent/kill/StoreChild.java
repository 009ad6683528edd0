package news.kiosque.consent.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import news.kiosque.standalone.mongo.EmbeddedMongoProcess;
import org.awaitility.Awaitility;
import org.bson.Document;

/** A store that can be killed: the embedded server, or a replica set of one of a real mongod. */
final class StoreChild {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private StoreChild() {}

    static Child embedded(Path folder, int port) {
        return new Child("embedded store", Child.java(EmbeddedMongoProcess.class.getName(), folder.toString(),
                Integer.toString(port)), Map.of(), folder.resolve("store.log"));
    }

    static Child mongod(String binary, Path folder, int port) {
        Child child = new Child("mongod", List.of(binary, "--dbpath", folder.toString(), "--port",
                Integer.toString(port), "--bind_ip", "127.0.0.1", "--replSet", "rs0", "--wiredTigerCacheSizeGB", "0.25",
                "--quiet"), Map.of(), folder.resolve("store.log"));
        String host = "127.0.0.1:" + port;
        try (MongoClient client = MongoClients.create("mongodb://" + host + "/?directConnection=true")) {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", new Document("_id", "rs0")
                    .append("members", List.of(new Document("_id", 0).append("host", host)))));
        }
        return child;
    }

    static void awaitReady(int port) {
        try (MongoClient client = MongoClients
                .create("mongodb://127.0.0.1:" + port + "/?directConnection=true&serverSelectionTimeoutMS=500")) {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptionsInstanceOf(
                    MongoException.class)
                    .until(() -> client.getDatabase("admin").runCommand(new Document("hello", 1))
                            .getBoolean("isWritablePrimary", false));
        }
    }
}
