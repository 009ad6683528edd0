package news.kiosque.consent.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.proof.LedgerRecord;
import news.kiosque.standalone.mongo.EmbeddedMongo;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A tenth of the readers is erased; then everything that is on disk is searched for what could open their choices. */
@OnEveryStore
class ErasedBytesIT {
    private static final int READERS = Integer.getInteger("kiosque.readers", 60);
    private static final Choice CHOICE = new Choice(Choice.Kind.GIVEN, List.of("audience"), "fr", "opt_in", false);

    private final StoreServer server;
    private final List<ReaderId> readers = Stream.generate(ReaderId::random).limit(READERS).toList();
    private final List<ReaderId> erased = readers.subList(0, READERS / 10);
    private final List<ReaderId> living = readers.subList(READERS / 10, READERS);

    @TempDir
    private Path folder;
    private Path keyFolder;
    private Path storeFolder;
    private @Nullable EmbeddedMongo embedded;
    private MongoClient client;
    private MongoDatabase database;

    private WrappingKeys keys;
    private Subjects subjects;
    private ConsentRecords records;
    private Ledger ledger;
    private KeyRotation rotation;
    private LedgerVerification verification;
    private Sealer sealer;
    private ConsentOutbox outbox;

    ErasedBytesIT(StoreServer server) {
        this.server = server;
    }

    @BeforeEach
    void start() throws IOException {
        keyFolder = Files.createDirectories(folder.resolve("keys"));
        // As it was before keys had names.
        Files.writeString(keyFolder.resolve(WrappingFile.NAME),
                Base64.getEncoder().encodeToString(SecretBox.randomKey()) + "\n");
        Files.writeString(keyFolder.resolve(LedgerKeys.SIGNING_FILE),
                new JsonMapper().writeValueAsString(LedgerTestKeys.signingJwk("test")));
        client = MongoClients.create(uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        storeFolder = embedded != null ? folder.resolve("store") : dataOfMongod();
        startService();
    }

    /** Once more, as after a kill: nothing is remembered but what is on disk. */
    private void startService() {
        KeyFolder own = new KeyFolder(keyFolder);
        LedgerKeys signing = new LedgerKeys(own);
        keys = new WrappingKeys(own);
        ErasuresUnderKeys erasures = new ErasuresUnderKeys(database);
        subjects = new Subjects(database, keys, erasures);
        records = new ConsentRecords(database, new SealedEvents(keys));
        Seals seals = new Seals(database);
        RootsFile roots = new RootsFile(folder.resolve("roots"), ZoneId.of("Europe/Paris"));
        outbox = new ConsentOutbox(records, subjects);
        ledger = new Ledger(subjects, records, InstantSource.system(), event -> {});
        sealer = new Sealer(records, seals, roots, signing, InstantSource.system(), event -> {}, Duration.ofDays(1));
        verification = new LedgerVerification(new LedgerWalk(records, seals), records, seals, roots, signing);
        rotation = new KeyRotation(keys, subjects, records, erasures, InstantSource.system(), Duration.ofDays(1),
                Duration.ZERO, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    @Test
    void leavesNothingOnDiskThatOpensWhatWasErased() throws IOException {
        choose();
        Map<String, Document> asStored = all("subjects").stream()
                .collect(Collectors.toMap(document -> document.getString("_id"), Function.identity()));
        String oldKey = Files.readString(keyFolder.resolve(WrappingFile.NAME)).strip();
        byte[] oldSecret = Base64.getDecoder().decode(oldKey);
        erased.forEach(reader -> ledger.erase(reader).block());
        publishAll();
        rotation.round().block();
        assertThat(keys.old()).as("a new key wraps").containsExactly(WrappingKey.UNNAMED);
        startService();
        Awaitility.await().untilAsserted(() -> {
            rotation.round().block();
            assertThat(keys.old()).isEmpty();
        });
        startService();
        sealer.round().block();

        assertThat(verification.verify().block().whole()).isTrue();
        living.forEach(reader -> assertThat(ledger.current(reader).block().choice()).isEqualTo(CHOICE));
        List<LedgerRecord> ofErased = all("consent_records").stream().map(document -> document.getString("_id"))
                .map(id -> records.find(id).block()).filter(record -> record.type() == LedgerRecord.Type.CHOICE)
                .filter(record -> subjects.findByPseudonym(record.subject()).block() == null).toList();
        assertThat(ofErased).hasSameSizeAs(erased);

        compact();
        FilesOnDisk disk = new FilesOnDisk(keyFolder, storeFolder);
        assertThat(disk.contain(oldKey.getBytes(US_ASCII)) || disk.contain(oldSecret)).isFalse();
        SecretBox old = new SecretBox(oldSecret);
        for (ReaderId reader : erased) {
            Document subject = asStored.get(reader.digest());
            byte[] wrapped = subject.get("key", Binary.class).getData();
            byte[] own = old.open(wrapped, subject.getString("subject").getBytes(UTF_8));
            assertThat(disk.contain(own)).isFalse();
            for (WrappingKey there : new WrappingFile(keyFolder).read()) {
                assertThatThrownBy(() -> there.box().open(wrapped, subject.getString("subject").getBytes(UTF_8)))
                        .isInstanceOf(SealBroken.class);
            }
            assertThat(server == StoreServer.EMBEDDED && disk.contain(wrapped)).as("the store forgot it").isFalse();
        }
        assertThat(disk.contain("\"purposes\"".getBytes(US_ASCII))).as("what was chosen, in clear").isFalse();
        assertThat(server == StoreServer.EMBEDDED).as("the search finds what is there")
                .isEqualTo(server == StoreServer.EMBEDDED
                        && disk.contain(ofErased.getFirst().sealed().getBytes(US_ASCII)));
    }

    @Test
    void keepsTheKeyThatAWaitingEventNeedsAndWrapsThatEventAnew() {
        choose();
        rotation.rotate().block();
        assertThat(records.anyUnder(keys.old()).block()).isTrue();
        Awaitility.await().untilAsserted(() -> {
            rotation.round().block();
            assertThat(keys.old()).isEmpty();
        });

        assertThat(outbox.waiting(READERS + 1).map(waiting -> new String(waiting.event().data(), UTF_8))
                .filter(json -> json.contains("audience")).count().block()).isEqualTo(READERS);
        rotation.round().block();
        assertThat(keys.current().id()).as("nothing was erased under it").isEqualTo(rotation.state().block().current());
        assertThat(keys.old()).isEmpty();
    }

    private void choose() {
        Flux.fromIterable(readers)
                .flatMap(reader -> ledger.append(reader, null, "1", "hash", CHOICE, Duration.ofDays(182)), 8)
                .blockLast();
    }

    private void publishAll() {
        outbox.waiting(10 * READERS).collectList().flatMap(outbox::published).block();
    }

    private List<Document> all(String collection) {
        return Flux.from(database.getCollection(collection).find()).collectList().block();
    }

    private String uri() {
        if (server != StoreServer.EMBEDDED) {
            return server.uri();
        }
        embedded = EmbeddedMongo.open(folder.resolve("store").resolve("data"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return embedded.uri();
    }

    private Path dataOfMongod() {
        Document options = Mono.from(client.getDatabase("admin").runCommand(new Document("getCmdLineOpts", 1))).block();
        return Path.of(options.getEmbedded(List.of("parsed", "storage", "dbPath"), String.class));
    }

    /** The embedded server gives space back while it runs, and all of it at its end. */
    private void compact() {
        if (embedded != null) {
            embedded.close();
            return;
        }
        List.of("subjects", "consent_records").forEach(collection -> Mono
                .from(database.runCommand(new Document("compact", collection).append("force", true))).block());
        Mono.from(client.getDatabase("admin").runCommand(new Document("fsync", 1))).block();
    }
}
