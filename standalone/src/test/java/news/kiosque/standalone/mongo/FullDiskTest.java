package news.kiosque.standalone.mongo;

import java.nio.file.Path;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A limit on the size of files stands for the disk that is full. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {

    private static final int ROOM_KILOBYTES = 3 << 10;
    private static final String TEXT = "Il pleut sur Brest. ".repeat(500);

    @TempDir
    Path folder;

    @Test
    void endsWithAMessageLosesNothingAndStartsAgainWhenThereIsRoom() throws Exception {
        var data = folder.resolve("mongo");
        int acknowledged;
        try (var mongo = MongoChild.start(data, ROOM_KILOBYTES); var client = BusyNewsroom.connect(mongo.uri())) {
            acknowledged = insertUntilRefused(client);
            assertThat(mongo.waitForEnd()).isEqualTo(1);
        }
        assertThat(MongoChild.said(data)).contains("can no longer be written", "Make room on the disk");
        assertThat(acknowledged).isPositive();
        try (var mongo = MongoChild.start(data); var client = BusyNewsroom.connect(mongo.uri())) {
            assertThat(client.getDatabase("kiosque").getCollection("articles").countDocuments())
                    .isBetween((long) acknowledged, acknowledged + 1L);
        }
    }

    private static int insertUntilRefused(MongoClient client) {
        var articles = client.getDatabase("kiosque").getCollection("articles");
        int acknowledged = 0;
        try {
            while (true) {
                articles.insertOne(new Document("_id", acknowledged).append("text", TEXT));
                acknowledged++;
            }
        } catch (MongoException full) {
            return acknowledged;
        }
    }

    @Test
    void saysSoWhenThereIsNoRoomToStart() {
        assertThatThrownBy(() -> MongoChild.start(folder.resolve("mongo"), 2)).hasMessageContaining("cannot be used")
                .hasMessageContaining("Nothing that was acknowledged is lost");
    }
}
