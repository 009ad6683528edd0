package news.kiosque.consent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import news.kiosque.events.Event;
import news.kiosque.platform.kafka.EventDeserializer;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import news.kiosque.testkit.TestMongo;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The whole service on a real broker and a store over its wire protocol. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningConsentService {
    protected static final String SITE = "https://kiosque.example";

    @LocalServerPort
    private int port;
    protected WebTestClient http;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry registry) throws IOException {
        String data = Files.createTempDirectory("kiosque-consent").toString();
        String database = TestMongo.freshDatabase();
        registry.add("spring.mongodb.uri", TestMongo::uri);
        registry.add("spring.mongodb.database", () -> database);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
        registry.add("kiosque.keys", () -> LedgerTestKeys.completed(TestKeys.folder()).toString());
        registry.add("kiosque.data", () -> data);
        registry.add("kiosque.address", () -> SITE);
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    protected int port() {
        return port;
    }

    /** What a script posts; {@code cookie} is the csid, or empty. */
    protected ResponseSpec postJson(String path, String cookie, String body) {
        return http.post().uri(path).contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (!cookie.isEmpty()) {
                        headers.set("Cookie", "csid=" + cookie);
                    }
                }).bodyValue(body).exchange();
    }

    /** A reader who has just made this choice; gives the csid. */
    protected String readerWho(String choice) {
        return postJson("/choix/v1/decisions", "", decision(choice)).expectStatus().isCreated()
                .expectBody().returnResult().getResponseCookies().getFirst("csid").getValue();
    }

    protected static String decision(String choice) {
        return "{\"notice\": \"1\", \"choice\": \"" + choice + "\"}";
    }

    protected static String decision(String choice, String purposes) {
        return "{\"notice\": \"1\", \"choice\": \"" + choice + "\", \"purposes\": " + purposes + "}";
    }

    /** Reads a topic from its start until the events that were read satisfy this, or 20 s have passed. */
    public static List<ConsumerRecord<String, Event>> read(String topic,
            java.util.function.Predicate<List<ConsumerRecord<String, Event>>> enough) {
        List<ConsumerRecord<String, Event>> all = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "group.id",
                UUID.randomUUID().toString(), "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new EventDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new org.apache.kafka.common.TopicPartition(topic, part.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!enough.test(all)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not within 20 s; read so far: " + all);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
