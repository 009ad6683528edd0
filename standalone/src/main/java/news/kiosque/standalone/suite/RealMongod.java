package news.kiosque.standalone.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import news.kiosque.standalone.process.Liveness;
import news.kiosque.standalone.process.Program;
import news.kiosque.standalone.process.Questions;
import news.kiosque.standalone.process.Readiness;
import org.bson.Document;

/** MongoDB's own server, run as a replica set of one node so that it has change streams and transactions. */
final class RealMongod {
    static final String REPLICA_SET = "kiosque";
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int TIMEOUT_MILLISECONDS = 2_000;

    private RealMongod() {}

    static Program program(Path mongod, Path folder, int port) {
        var command = List.of(mongod.toString(), "--dbpath", ".", "--port", String.valueOf(port), "--bind_ip",
                Blueprint.LOOPBACK, "--replSet", REPLICA_SET, "--oplogSize", "256", "--wiredTigerCacheSizeGB", "0.25",
                "--quiet");
        return new Program("mongo", command, Map.of(), folder, port, (Readiness.Asked) () -> isPrimary(port),
                Liveness.of(Questions.mongo(Blueprint.LOOPBACK, port)), false);
    }

    /** Whether it takes writes; makes it a replica set at its first start, and tells it its port when that is new. */
    private static boolean isPrimary(int port) {
        if (!Readiness.accepts(Blueprint.LOOPBACK, port)) {
            return false;
        }
        var address = Blueprint.LOOPBACK + ":" + port;
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address + "/?directConnection=true"))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(TIMEOUT_MILLISECONDS, TimeUnit.MILLISECONDS))
                .build();
        try (var client = MongoClients.create(settings)) {
            var admin = client.getDatabase("admin");
            if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                return true;
            }
            configure(admin, address);
            return false;
        } catch (MongoException e) {
            return false;
        }
    }

    private static void configure(MongoDatabase admin, String address) {
        try {
            var config = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
            var member = config.getList("members", Document.class).getFirst();
            if (!address.equals(member.getString("host"))) {
                member.put("host", address);
                config.put("version", config.getInteger("version") + 1);
                admin.runCommand(new Document("replSetReconfig", config).append("force", true));
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            admin.runCommand(new Document("replSetInitiate", new Document("_id", REPLICA_SET).append("members",
                    List.of(new Document("_id", 0).append("host", address)))));
        }
    }
}
