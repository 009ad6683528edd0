package news.kiosque.consent.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import news.kiosque.consent.ConsentService;
import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.consent.RunningConsentService;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.Topics;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Service and store are killed in turns while readers choose; {@code -Dkiosque.rounds=50} for many rounds. */
@OnEveryStore
class KilledConsentIT {
    private static final int ROUNDS = Integer.getInteger("kiosque.rounds", 2);
    private static final int READERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DATABASE = "consent";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1)).build();

    private final StoreServer server;
    private final int storePort = Child.freePort();
    private final int servicePort = Child.freePort();
    private final URI service = URI.create("http://127.0.0.1:" + servicePort);
    private final Semaphore acknowledgements = new Semaphore(0);
    private final Random random = new Random(ROUNDS);

    @TempDir
    private Path folder;

    KilledConsentIT(StoreServer server) {
        this.server = server;
    }

    @Test
    void losesNoAcknowledgedChoiceAndNoEvent() throws Exception {
        try (Child store = store(); Child consent = consent()) {
            awaitReady();
            List<Reader> readers = readers();
            List<Thread> threads = readers.stream().map(reader -> Thread.ofVirtual().start(reader)).toList();
            for (int round = 0; round < ROUNDS; round++) {
                killAndStart(round % 2 == 0 ? consent : store);
            }
            readers.forEach(Reader::end);
            for (Thread thread : threads) {
                assertThat(thread.join(PATIENCE)).isTrue();
            }
            List<Reader.Acknowledged> acknowledged = readers.stream()
                    .flatMap(reader -> reader.acknowledged().stream()).toList();
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
            assertThat(settledFindings()).isEmpty();
            holdAgainst(acknowledged);
        }
    }

    /** In the middle of the work, some of which was acknowledged in this round. */
    private void killAndStart(Child victim) throws InterruptedException {
        acknowledgements.drainPermits();
        assertThat(acknowledgements.tryAcquire(5 + random.nextInt(60), PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("readers can choose again").isTrue();
        Thread.sleep(Duration.ofMillis(random.nextInt(30)));
        victim.kill();
        victim.start();
        awaitReady();
    }

    private List<Reader> readers() {
        List<Reader> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(new Reader(service, reader, acknowledgements));
        }
        return readers;
    }

    private Child store() throws IOException {
        Path data = Files.createDirectories(folder.resolve("store"));
        return server == StoreServer.EMBEDDED
                ? StoreChild.embedded(data, storePort)
                : StoreChild.mongod(mongod(), data, storePort);
    }

    private static String mongod() {
        return System.getProperty("KIOSQUE_TEST_MONGOD", System.getenv("KIOSQUE_TEST_MONGOD"));
    }

    private Child consent() throws IOException {
        Path data = Files.createDirectories(folder.resolve("consent"));
        String uri = "mongodb://127.0.0.1:" + storePort + (server == StoreServer.EMBEDDED ? "" : "/?replicaSet=rs0");
        return new Child("consent-service", Child.java(ConsentService.class.getName()),
                Map.of("KIOSQUE_PORT", Integer.toString(servicePort), "KIOSQUE_MONGODB_URI", uri,
                        "KIOSQUE_MONGODB_DATABASE", DATABASE, "KIOSQUE_KAFKA", TestKafka.bootstrapServers(),
                        "KIOSQUE_KEYS", LedgerTestKeys.completed(TestKeys.folder()).toString(), "KIOSQUE_DATA",
                        data.toString(), "KIOSQUE_PACE_READER_EVERY", "0s", "KIOSQUE_PACE_PLACE_EVERY", "0s",
                        "KIOSQUE_CONSENT_TRANSACTIONAL_ID", "killed-" + servicePort),
                data.resolve("service.log"));
    }

    private void awaitReady() {
        StoreChild.awaitReady(storePort);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptionsInstanceOf(
                IOException.class).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** What is wrong with the ledger once every record is sealed, published and told of. */
    private List<String> settledFindings() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            String verdict = get("/api/v1/consent/ledger/verification").body();
            boolean settled = JsonPath.<Integer>read(verdict, "$.open") == 0
                    && JsonPath.read(verdict, "$.lastPublished").equals(JsonPath.read(verdict, "$.seals"))
                    && stored(Filters.eq("pending", true)).isEmpty();
            return settled ? JsonPath.<List<String>>read(verdict, "$.findings") : null;
        }, findings -> findings != null);
    }

    private void holdAgainst(List<Reader.Acknowledged> acknowledged) {
        Map<String, Document> records = stored(new Document()).stream()
                .collect(Collectors.toMap(record -> record.getString("_id"), record -> record));
        assertThat(acknowledged).extracting(Reader.Acknowledged::id).doesNotHaveDuplicates();
        assertThat(records.keySet())
                .containsExactlyInAnyOrderElementsOf(acknowledged.stream().map(Reader.Acknowledged::id).toList());

        Set<String> subjects = records.values().stream().map(record -> record.getString("subject"))
                .collect(Collectors.toSet());
        Map<String, Long> last = new HashMap<>();
        Map<String, ConsentEvent> events = new HashMap<>();
        int[] repeated = new int[1];
        RunningConsentService.read(Topics.CONSENT, all -> {
            last.clear();
            events.clear();
            repeated[0] = 0;
            all.stream().map(record -> (ConsentEvent) record.value())
                    .filter(event -> subjects.contains(event.subject())).forEach(event -> {
                        long before = last.getOrDefault(event.subject(), 0L);
                        if (event.sequence() <= before) {
                            repeated[0]++;
                            return;
                        }
                        assertThat(event.sequence()).as("nothing is missing of %s", event.subject())
                                .isEqualTo(before + 1);
                        last.put(event.subject(), event.sequence());
                        events.put(event.subject() + "/" + event.sequence(), event);
                    });
            return events.size() >= records.size();
        });
        assertThat(events).hasSameSizeAs(records);
        for (Reader.Acknowledged choice : acknowledged) {
            Document record = records.get(choice.id());
            assertThat(events.get(record.getString("subject") + "/" + record.get("sequence"))).isInstanceOf(
                    choice.choice().equals("refuse") ? ConsentRefused.class : ConsentGiven.class);
        }
        System.out.printf(
                "%s: %d kills, %d choices acknowledged, 0 lost; chains whole; %d events, %d of them sent again%n",
                server, ROUNDS, acknowledged.size(), events.size(), repeated[0]);
    }

    private List<Document> stored(Bson filter) {
        try (MongoClient client = MongoClients
                .create("mongodb://127.0.0.1:" + storePort + "/?directConnection=true")) {
            return client.getDatabase(DATABASE).getCollection("consent_records").find(filter).into(new ArrayList<>());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String token = TestKeys.serviceToken("consent-service", "ada", "administrator", Duration.ofMinutes(30));
        return HTTP.send(HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }
}
