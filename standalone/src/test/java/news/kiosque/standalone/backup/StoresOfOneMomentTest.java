package news.kiosque.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import news.kiosque.standalone.mongo.EmbeddedMongo;
import news.kiosque.standalone.suite.DataFolder;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is restored fits together, though the newsroom worked while it was backed up. */
class StoresOfOneMomentTest {
    @TempDir
    Path folder;

    private EmbeddedMongo oldStore;
    private EmbeddedMongo newStore;
    private MongoClient before;
    private MongoClient after;
    private DataFolder oldFolder;
    private DataFolder newFolder;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        oldFolder = new DataFolder(folder.resolve("old"));
        newFolder = new DataFolder(folder.resolve("new"));
        oldFolder.make();
        newFolder.make();
        oldFolder.keys().make();
        file = folder.resolve("suite.backup");
        oldStore = store(oldFolder);
        newStore = store(newFolder);
        before = MongoClients.create(oldStore.uri());
        after = MongoClients.create(newStore.uri());
    }

    @AfterEach
    void close() {
        before.close();
        after.close();
        oldStore.close();
        newStore.close();
    }

    @Test
    void articlesComeBackWithWhatBelongsToThem() throws IOException {
        put("articles.articles", article("a1", 4, 2).append("outbox", List.of(new Document("id", "e")))
                .append("pending", true).append("related", new Document("order", order(0, 9))));
        put("articles.articles", article("draft", 1, 0));
        put("articles.revisions", revision("a1", 2));
        put("articles.revisions", revision("a1", 3));
        put("articles.urls", new Document("_id", "/monde/a1").append("owner", "article/a1"));
        put("articles.urls", new Document("_id", "/monde").append("owner", "section/fr/monde"));
        put("articles.media", new Document("_id", "m1").append("bytes", new Binary(new byte[]{1, 2, 3})));
        put("articles.leases", new Document("_id", "outbox").append("count", 7L));

        var epoch = backedUpAndRestored();

        assertThat(found("articles.articles", "a1")).isEqualTo(article("a1", 4, 2).append("order", order(epoch, 2)));
        assertThat(found("articles.articles", "draft").get("order")).isEqualTo(order(epoch, 0));
        assertThat(ids("articles.revisions")).containsExactly("a1/2", "a1/3");
        assertThat(ids("articles.urls")).containsExactly("/monde", "/monde/a1");
        assertThat(found("articles.media", "m1").get("bytes", Binary.class).getData()).containsExactly(1, 2, 3);
        assertThat(ids("articles.leases")).isEmpty();
        assertThat(found("articles.epoch", "epoch")).containsEntry("number", epoch).containsEntry("announced", "");
        assertThat(found("consent.epoch", "epoch")).containsEntry("number", epoch).doesNotContainKey("announced");
    }

    @Test
    void whatIsOfALaterMomentThanItsArticleIsLeftOut() throws IOException {
        put("articles.articles", article("a1", 4, 2));
        put("articles.revisions", revision("a1", 4));
        put("articles.urls", new Document("_id", "/monde/a2").append("owner", "article/a2"));

        backedUpAndRestored();

        assertThat(ids("articles.revisions")).isEmpty();
        assertThat(ids("articles.urls")).isEmpty();
    }

    @Test
    void aRecordIsUnderASealOnlyWhereTheSealCameBack() throws IOException {
        put("consent.seals", new Document("_id", 1L).append("records", List.of("r1")));
        put("consent.consent_records", record("r1", "s1", 1, "CHOICE"));
        put("consent.consent_records", record("r2", "s1", 2, "CHOICE"));
        put("consent.subjects", new Document("_id", "h1").append("subject", "s1"));

        restored(backup(() -> put("consent.seals", new Document("_id", 2L).append("records", List.of("r2")))));

        assertThat(ids("consent.seals")).containsExactly(1L);
        assertThat(found("consent.consent_records", "r1")).doesNotContainKey("unsealed");
        assertThat(found("consent.consent_records", "r2")).containsEntry("unsealed", true);
    }

    @Test
    void theKeyOfWhoeverIsErasedDoesNotComeBack() throws IOException {
        put("consent.subjects", new Document("_id", "h1").append("subject", "s1"));
        put("consent.subjects", new Document("_id", "h2").append("subject", "s2"));
        put("consent.consent_records", record("r1", "s1", 1, "CHOICE"));
        put("consent.consent_records", record("r2", "s1", 2, "ERASED"));
        put("consent.consent_records", record("r3", "s2", 1, "CHOICE"));

        backedUpAndRestored();

        assertThat(ids("consent.subjects")).containsExactly("h2");
    }

    @Test
    void everyWrappingKeyComesBackThatWasThereWhileTheStoreWasRead() throws IOException {
        var keys = oldFolder.keys().folder().resolve("ledger-wrapping.key");
        var before = Files.readString(keys);

        restored(backup(() -> write(keys, "later bmV3\n")));

        assertThat(newFolder.keys().folder().resolve("ledger-wrapping.key")).hasContent("later bmV3\n" + before);
    }

    @Test
    void theEpochRisesWhateverTheClockSays() throws IOException {
        long future = Instant.now().getEpochSecond() + 1_000_000;
        put("consent.epoch", new Document("_id", "epoch").append("number", future));

        assertThat(backedUpAndRestored()).isEqualTo(future + 1);
    }

    @Test
    void keysComeBackAndNobodyElseMayReadThemOrTheBackup() throws IOException {
        backedUpAndRestored();

        for (var name : List.of("ledger-wrapping.key", "login-private.jwk")) {
            var key = newFolder.keys().folder().resolve(name);
            assertThat(key).hasSameBinaryContentAs(oldFolder.keys().folder().resolve(name));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aStoreWithSomethingInItIsLeftAsItIs() throws IOException {
        new MakeBackup(oldFolder, oldStore.uri()).into(file, _ -> {});
        after.getDatabase("articles").getCollection("articles").insertOne(article("mine", 1, 1));

        assertThatThrownBy(() -> RestoreBackup.of(file).into(newFolder, newStore.uri(), null, _ -> {}))
                .isInstanceOf(NotEmpty.class).hasMessageContaining("articles.articles");
        assertThat(newFolder.keys().exist()).isFalse();
        assertThat(ids("articles.articles")).containsExactly("mine");
    }

    private long backedUpAndRestored() throws IOException {
        return restored(backup(() -> {}));
    }

    /** @param afterTheSeals happens once the seals were read */
    private Path backup(Runnable afterTheSeals) throws IOException {
        new MakeBackup(oldFolder, oldStore.uri()).into(file, line -> {
            if (line.startsWith("consent.seals") && !line.contains("again")) {
                afterTheSeals.run();
            }
        });
        return file;
    }

    private long restored(Path backup) throws IOException {
        return RestoreBackup.of(backup).into(newFolder, newStore.uri(), null, _ -> {});
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String collection, Document document) {
        var name = collection.split("\\.");
        before.getDatabase(name[0]).getCollection(name[1]).insertOne(document);
    }

    private Document found(String collection, Object id) {
        var name = collection.split("\\.");
        return after.getDatabase(name[0]).getCollection(name[1]).find(Filters.eq(id)).first();
    }

    private List<Object> ids(String collection) {
        var name = collection.split("\\.");
        var ids = new ArrayList<Object>();
        after.getDatabase(name[0]).getCollection(name[1]).find().sort(new Document("_id", 1))
                .forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static Document article(String id, long rev, long number) {
        return new Document("_id", id).append("rev", rev).append("savedAt", new Date(1_700_000_000_000L))
                .append("order", order(0, number));
    }

    private static Document order(long epoch, long number) {
        return new Document("epoch", epoch).append("number", number);
    }

    private static Document revision(String article, long rev) {
        return new Document("_id", article + "/" + rev).append("article", article).append("rev", rev);
    }

    private static Document record(String id, String subject, long sequence, String type) {
        return new Document("_id", id).append("subject", subject).append("sequence", sequence).append("type", type);
    }

    private static EmbeddedMongo store(DataFolder data) throws IOException {
        return EmbeddedMongo.open(Files.createDirectories(data.mongo()).resolve("mongo.store"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
