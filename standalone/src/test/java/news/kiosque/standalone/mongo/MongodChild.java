package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClients;
import org.bson.Document;

import static org.awaitility.Awaitility.await;

/** MongoDB's own server as a replica set of one, to be killed. */
final class MongodChild implements KillableServer {

    private static final int INITIALIZED_ALREADY = 23;

    private final Process process;
    private final int port;

    private MongodChild(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static MongodChild start(Path mongod, Path folder, int port) throws IOException {
        var process = new ProcessBuilder(mongod.toString(), "--dbpath", folder.toString(), "--port",
                String.valueOf(port), "--bind_ip", "127.0.0.1", "--replSet", "rs0", "--wiredTigerCacheSizeGB", "0.25")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        var address = "127.0.0.1:" + port;
        try (var client = MongoClients.create("mongodb://" + address + "/?directConnection=true")) {
            var admin = client.getDatabase("admin");
            var member = new Document("_id", 0).append("host", address);
            try {
                admin.runCommand(
                        new Document("replSetInitiate", new Document("_id", "rs0").append("members", List.of(member))));
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != INITIALIZED_ALREADY) {
                    throw e;
                }
            }
            await().until(() -> admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"));
        }
        return new MongodChild(process, port);
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
