package news.kiosque.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;

import static org.awaitility.Awaitility.await;

/** A mongod process of the machine's, as a replica set of one. */
final class RealMongod {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RealMongod() {}

    /** @return the URI of the replica set, once it has a primary */
    static String start(Path mongod, Path data) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(mongod.toString(), "--dbpath", data.toString(), "--port",
                    Integer.toString(port), "--bind_ip", "127.0.0.1", "--replSet", "rs0", "--wiredTigerCacheSizeGB",
                    "0.25", "--quiet").redirectErrorStream(true).redirectOutput(data.resolve("mongod.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            initiate(port);
            return "mongodb://127.0.0.1:" + port + "/?replicaSet=rs0";
        } catch (IOException e) {
            throw new UncheckedIOException("mongod could not be started", e);
        }
    }

    private static void initiate(int port) {
        String host = "127.0.0.1:" + port;
        try (MongoClient client = MongoClients.create("mongodb://" + host + "/?directConnection=true")) {
            var admin = client.getDatabase("admin");
            Document member = new Document("_id", 0).append("host", host);
            admin.runCommand(new Document("replSetInitiate",
                    new Document("_id", "rs0").append("members", List.of(member))));
            await().atMost(PATIENCE)
                    .until(() -> admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
