package news.kiosque.standalone.mongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    @Test
    void answersWhatDriversAndHealthChecksAsk() {
        try (var mongo = open(); var client = MongoClients.create(mongo.uri())) {
            var admin = client.getDatabase("admin");
            assertThat(admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")).isTrue();
            assertThat(admin.runCommand(new Document("hello", 1)).getInteger("maxWireVersion"))
                    .isGreaterThanOrEqualTo(9);
            assertThat(admin.runCommand(new Document("ping", 1)).get("ok", Number.class).intValue()).isEqualTo(1);
            assertThat(admin.runCommand(new Document("buildInfo", 1)).getString("version")).startsWith("5.0");
            assertThat(admin.runCommand(new Document("serverStatus", 1)).getString("version")).startsWith("5.0");
        }
    }

    @Test
    void keepsItsDocumentsWhenItIsClosedAndOpenedAgain() {
        try (var mongo = open(); var client = MongoClients.create(mongo.uri())) {
            client.getDatabase("articles").getCollection("article")
                    .insertOne(new Document("_id", "a").append("rev", 1));
        }
        try (var mongo = open(); var client = MongoClients.create(mongo.uri())) {
            var article = client.getDatabase("articles").getCollection("article").find().first();
            assertThat(article).isEqualTo(new Document("_id", "a").append("rev", 1));
        }
    }

    private EmbeddedMongo open() {
        return EmbeddedMongo.open(folder.resolve("mongo.store"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
