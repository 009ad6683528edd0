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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.standalone.mongo.EmbeddedMongo;
import news.kiosque.testkit.FilesOnDisk;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
    private @Nullable MongoClient client;
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
        assumeThat(server).as("its files lie on this machine").isNotEqualTo(StoreServer.CONTAINER);
        keyFolder = Files.createDirectories(folder.resolve("keys"));
        // As it was before keys had names.
        Files.writeString(keyFolder.resolve(WrappingFile.NAME),
                Base64.getEncoder().encodeToString(SecretBox.randomKey()) + "\n");
        Files.writeString(keyFolder.resolve(LedgerKeys.SIGNING_FILE),
                new JsonMapper().writeValueAsString(LedgerTestKeys.signingJwk("test")));
        client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri()))
                .timeout(10, TimeUnit.SECONDS).build());
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
        if (client != null) {
            client.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }

    @Test
    void leavesNothingOnDiskThatOpensWhatWasErased() throws IOException {
        choose();
        String oldKey = Files.readString(keyFolder.resolve(WrappingFile.NAME)).strip();
        SecretBox old = new SecretBox(Base64.getDecoder().decode(oldKey));
        List<Document> deleted = erased.stream().map(this::stored).toList();
        List<byte[]> sealed = erased.stream().map(this::sealed).toList();
        List<byte[]> told = outbox.waiting(READERS).map(waiting -> waiting.event().data()).collectList().block();
        erased.forEach(reader -> ledger.erase(reader).block());
        publishAll();
        rotation.round().block();
        assertThat(keys.old()).as("a new key wraps").containsExactly(WrappingKey.UNNAMED);
        startService();
        retireOldKeys();
        startService();
        sealer.round().block();

        assertThat(verification.verify().block().findings()).isEmpty();
        living.forEach(reader -> assertThat(ledger.current(reader).block().choice()).isEqualTo(CHOICE));
        erased.forEach(reader -> assertThat(ledger.current(reader).block()).isNull());

        compact();
        FilesOnDisk disk = new FilesOnDisk(keyFolder, storeFolder);
        assertThat(sealed).as("the search finds what is there").allMatch(disk::contain);
        assertThat(List.of(oldKey.getBytes(US_ASCII), Base64.getDecoder().decode(oldKey))).noneMatch(disk::contain);
        assertThat(told).as("what was chosen, in clear").hasSize(READERS).noneMatch(disk::contain);
        for (Document subject : deleted) {
            byte[] context = subject.getString("subject").getBytes(UTF_8);
            byte[] wrapped = subject.get("key", Binary.class).getData();
            assertThat(disk.contain(old.open(wrapped, context))).as("the reader's own key").isFalse();
            assertThat(keptByTheStore(disk, wrapped)).isFalse();
            for (WrappingKey there : new WrappingFile(keyFolder).read()) {
                assertThatThrownBy(() -> there.box().open(wrapped, context)).isInstanceOf(SealBroken.class);
            }
        }
    }

    @Test
    void keepsTheKeyThatAWaitingEventNeedsAndWrapsThatEventAnew() {
        choose();
        rotation.rotate().block();
        KeyRotation.State state = rotation.state().block();
        assertThat(state.old()).containsExactly(WrappingKey.UNNAMED);
        assertThat(state.oldNeeded()).isTrue();
        retireOldKeys();

        assertThat(outbox.waiting(READERS + 1).map(waiting -> new String(waiting.event().data(), UTF_8))
                .filter(json -> json.contains("audience")).count().block()).isEqualTo(READERS);
        rotation.round().block();
        assertThat(rotation.state().block()).as("nothing was erased, so nothing more is to do")
                .isEqualTo(new KeyRotation.State(state.current(), List.of(), false, false));
    }

    @Test
    void leavesNoChoiceInClearInARecordThatWaits() {
        choose();

        assertThat(Flux.from(database.getCollection("consent_records", RawBsonDocument.class).find()).collectList()
                .block()).hasSize(READERS).allMatch(record -> record.containsKey("event"))
                .map(record -> new String(record.getByteBuffer().array(), ISO_8859_1))
                .noneMatch(record -> record.contains("audience"));
    }

    private void choose() {
        Flux.fromIterable(readers)
                .flatMap(reader -> ledger.append(reader, null, "1", "hash", CHOICE, Duration.ofDays(182)), 8)
                .blockLast();
    }

    private void publishAll() {
        outbox.waiting(10 * READERS).collectList().flatMap(outbox::published).block();
    }

    private void retireOldKeys() {
        Awaitility.await().untilAsserted(() -> {
            rotation.round().block();
            assertThat(keys.old()).isEmpty();
        });
    }

    private Document stored(ReaderId reader) {
        return Mono.from(database.getCollection("subjects").find(Filters.eq(reader.digest())).first()).block();
    }

    private byte[] sealed(ReaderId reader) {
        return ledger.current(reader).block().record().sealed().getBytes(US_ASCII);
    }

    /** MongoDB keeps what was deleted in its oplog, where only the wrapping key that is gone could open it. */
    private boolean keptByTheStore(FilesOnDisk disk, byte[] bytes) {
        return server == StoreServer.EMBEDDED && disk.contain(bytes);
    }

    private String uri() throws IOException {
        if (server != StoreServer.EMBEDDED) {
            return server.uri();
        }
        embedded = EmbeddedMongo.open(Files.createDirectories(folder.resolve("store")).resolve("data"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return embedded.uri();
    }

    private Path dataOfMongod() {
        Document options = Mono.from(client.getDatabase("admin").runCommand(new Document("getCmdLineOpts", 1))).block();
        return Path.of(options.getEmbedded(List.of("parsed", "storage", "dbPath"), String.class));
    }

    /** What is left in the files is what is wanted; while a server runs it frees and overwrites at its own pace. */
    private void compact() {
        if (embedded != null) {
            embedded.close();
            embedded = null;
            MVStoreTool.compact(storeFolder.resolve("data").toString(), false);
            return;
        }
        List.of("subjects", "consent_records").forEach(collection -> Mono
                .from(database.runCommand(new Document("compact", collection).append("force", true))).block());
        Mono.from(client.getDatabase("admin").runCommand(new Document("fsync", 1))).block();
    }
}
