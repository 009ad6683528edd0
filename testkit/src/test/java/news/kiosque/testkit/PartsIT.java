package news.kiosque.testkit;

import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import news.kiosque.events.TopicDeclaration;
import news.kiosque.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The parts that the services' tests stand on. */
class PartsIT {

    @Test
    void brokerHasEveryTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.sources().stream().map(TopicDeclaration::name)
                            .flatMap(name -> Stream.of(name, Topics.deadLettersOf(name))).toList());
        }
    }

    @Test
    void storeKeepsADocument() {
        try (MongoClient client = MongoClients.create(TestMongo.uri())) {
            var documents = client.getDatabase(TestMongo.freshDatabase()).getCollection("parts");
            documents.insertOne(new Document("_id", 1).append("word", "kiosque"));

            assertThat(documents.find(new Document("_id", 1)).first()).containsEntry("word", "kiosque");
        }
    }
}
