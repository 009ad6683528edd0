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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import news.kiosque.consent.ConsentService;
import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Service and store are killed in turns while readers choose and wrapping keys change; {@code -Dkiosque.rounds=50} kills
 * each of them fifty times.
 */
@OnEveryStore
class KilledConsentIT {
    private static final int ROUNDS = Integer.getInteger("kiosque.rounds", 1);
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
    private Path keys;

    KilledConsentIT(StoreServer server) {
        this.server = server;
    }

    @Test
    void losesNoAcknowledgedChoiceAndNoEvent() throws Exception {
        assumeThat(server).as("the store is a process that this test can kill").isNotEqualTo(StoreServer.CONTAINER);
        keys = ownKeys();
        try (Child store = store(); Child consent = consent()) {
            awaitReady();
            List<Reader> readers = readers();
            List<Thread> threads = readers.stream().map(reader -> Thread.ofVirtual().start(reader)).toList();
            for (int round = 0; round < ROUNDS; round++) {
                killAndStart(consent);
                killAndStart(store);
            }
            readers.forEach(Reader::end);
            for (Thread thread : threads) {
                assertThat(thread.join(PATIENCE)).isTrue();
            }
            assertThat(readers.stream().mapToInt(reader -> reader.acknowledged().size()).sum())
                    .isGreaterThan(2 * ROUNDS);
            Reckoning reckoning = new Reckoning(storeUri(), DATABASE);
            assertThat(settledFindings(reckoning)).isEmpty();
            System.out.printf("%s and %s killed %d times each: %s%n", consent, store, ROUNDS, reckoning.of(readers));
            for (Reader reader : readers) {
                canStillReadWhatTheyChose(reader);
            }
        }
    }

    /** Wrapping keys have come and gone meanwhile. */
    private void canStillReadWhatTheyChose(Reader reader) throws IOException, InterruptedException {
        for (var choices : reader.choicesByCookie().entrySet()) {
            HttpResponse<String> export = get("/choix/v1/me/export", "Cookie", choices.getKey());
            assertThat(export.statusCode()).isEqualTo(200);
            assertThat(JsonPath.<Integer>read(export.body(), "$.decisions.length()").longValue())
                    .isEqualTo(choices.getValue());
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
        return new Child("consent-service", Child.java(ConsentService.class.getName()),
                Map.ofEntries(entry("KIOSQUE_PORT", Integer.toString(servicePort)),
                        entry("KIOSQUE_MONGODB_URI", storeUri()), entry("KIOSQUE_MONGODB_DATABASE", DATABASE),
                        entry("KIOSQUE_KAFKA", TestKafka.bootstrapServers()), entry("KIOSQUE_KEYS", keys.toString()),
                        entry("KIOSQUE_DATA", data.toString()), entry("KIOSQUE_PACE_READER_EVERY", "0s"),
                        entry("KIOSQUE_PACE_PLACE_EVERY", "0s"), entry("KIOSQUE_LEDGER_ROTATION_LOOK", "1s"),
                        entry("KIOSQUE_LEDGER_ROTATION_EVERY", "2s"), entry("KIOSQUE_LEDGER_ROTATION_GRACE", "5s"),
                        entry("KIOSQUE_CONSENT_TRANSACTIONAL_ID", "killed-" + servicePort)),
                data.resolve("service.log"));
    }

    private void awaitReady() {
        StoreChild.awaitReady(storePort);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptionsInstanceOf(
                IOException.class).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** What is wrong with the ledger once every record is sealed, published and told of. */
    private List<String> settledFindings(Reckoning reckoning) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            String verdict = get("/api/v1/consent/ledger/verification").body();
            boolean settled = JsonPath.<Integer>read(verdict, "$.open") == 0
                    && JsonPath.read(verdict, "$.lastPublished").equals(JsonPath.read(verdict, "$.seals"))
                    && !reckoning.isAnythingPending();
            return settled ? JsonPath.<List<String>>read(verdict, "$.findings") : null;
        }, findings -> findings != null);
    }

    /** A copy, because wrapping keys are changed while the rounds go on. */
    private Path ownKeys() throws IOException {
        Path own = Files.createDirectories(folder.resolve("keys"));
        try (Stream<Path> files = Files.list(LedgerTestKeys.completed(TestKeys.folder()))) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(file.getFileName()));
            }
        }
        return own;
    }

    private String storeUri() {
        return "mongodb://127.0.0.1:" + storePort + (server == StoreServer.EMBEDDED ? "" : "/?replicaSet=rs0");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "Authorization", "Bearer "
                + TestKeys.serviceToken("consent-service", "ada", "administrator", Duration.ofMinutes(30)));
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30))
                .header(header, value).build(), HttpResponse.BodyHandlers.ofString());
    }
}
