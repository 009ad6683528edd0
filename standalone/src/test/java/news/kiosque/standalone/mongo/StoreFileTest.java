package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreFileTest {

    private static final int CACHE = 16;
    private static final int REOPENINGS = Integer.getInteger("kiosque.store.reopenings", 4);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("mongo.store");
    }

    @Test
    void keepsItsTablesThroughCompactionAndStaysSmall() throws IOException {
        var random = new Random(9);
        var model = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        for (int opening = 0; opening < REOPENINGS; opening++) {
            try (var store = StoreFile.open(file, CACHE)) {
                assertHolds(store, model);
                for (int i = 0; i < 4000; i++) {
                    store.write(() -> change(store, random, model));
                }
                assertHolds(store, model);
            }
        }
        long data = model.entrySet().stream().mapToLong(each -> each.getKey().length + each.getValue().length).sum();
        assertThat(Files.size(file)).isLessThan(2 * data);
    }

    private static Object change(StoreFile store, Random random, Map<byte[], byte[]> model) {
        var key = KeyEncoder.encode(random.nextInt(3000));
        var documents = store.table("documents");
        var keys = store.table("keys");
        if (random.nextInt(4) == 0) {
            model.remove(key);
            keys.remove(key);
            documents.remove(key);
        } else {
            var value = new byte[random.nextInt(4000)];
            random.nextBytes(value);
            model.put(key, value);
            keys.put(key, key);
            documents.put(key, value);
        }
        return model;
    }

    private static void assertHolds(StoreFile store, Map<byte[], byte[]> model) {
        assertThat(store.table("documents").size()).isEqualTo(model.size());
        assertThat(store.table("keys").size()).isEqualTo(model.size());
        model.forEach((key, value) -> {
            assertThat(store.table("documents").get(key)).isEqualTo(value);
            assertThat(store.table("keys").get(key)).isEqualTo(key);
        });
    }

    @Test
    void takesBackWhatACommandChangedThatFailedUnexpectedly() {
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            store.write(() -> put(table, 1));
            assertThatThrownBy(() -> store.write(() -> {
                put(table, 2);
                table.remove(KeyEncoder.encode(1));
                throw new IllegalStateException("half-way");
            })).hasMessage("half-way");
            assertThat(table.size()).isEqualTo(1);
            assertThat(table.get(KeyEncoder.encode(1))).isNotNull();
        }
    }

    private static Object put(Table table, int key) {
        var value = new byte[1000];
        new Random(key).nextBytes(value);
        table.put(KeyEncoder.encode(key), value);
        return table;
    }

    @Test
    void saysWhatToDoWhenTheFileIsDamaged() throws IOException {
        fill(2000);
        damage(file, Files.size(file) / 2, 65536);
        assertThatThrownBy(this::readAll).isInstanceOf(StoreUnreadable.class).hasMessageContaining("checksum")
                .hasMessageContaining("kiosque restore FILE").hasMessageContaining("kiosque backup FILE");
    }

    @Test
    void neverOpensAFileThatWasCutShort() throws IOException {
        fill(2000);
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        assertThatThrownBy(this::readAll).isInstanceOf(StoreUnreadable.class)
                .hasMessageContaining("kiosque restore FILE");
    }

    @Test
    void neverOpensAFileWithoutItsLogNorALogWithoutItsFile() throws IOException {
        fill(10);
        Files.delete(log());
        assertThatThrownBy(this::readAll).isInstanceOf(StoreUnreadable.class).hasMessageContaining("missing");
        Files.delete(file);
        Files.createFile(folder.resolve("mongo.store.log.1"));
        assertThatThrownBy(this::readAll).isInstanceOf(StoreUnreadable.class).hasMessageContaining("missing");
    }

    @Test
    void leavesOutALastBatchThatWasCutShortButNoEarlierOne() throws IOException {
        var log = folder.resolve("mongo.store.log.7");
        long second;
        try (var writing = CommandLog.create(log)) {
            writing.write(List.of(new byte[500]));
            second = writing.length();
            writing.write(List.of(new byte[500]));
        }
        damage(log, second + 100, 10);
        var batches = new ArrayList<ByteBuffer>();
        CommandLog.read(file, log, true, batches::add);
        assertThat(batches).hasSize(1);
        assertThatThrownBy(() -> CommandLog.read(file, log, false, batches::add)).isInstanceOf(StoreUnreadable.class);
        damage(log, 100, 10);
        assertThatThrownBy(() -> CommandLog.read(file, log, true, batches::add)).isInstanceOf(StoreUnreadable.class);
    }

    @Test
    void answersOnlyWhatIsOnTheDisk() {
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            store.write(() -> put(table, 1));
            var answered = new CompletableFuture<Long>();
            store.whenEndedIsDurable(() -> answered.complete(store.size()));
            assertThat(answered.join()).isPositive();
        }
    }

    @Test
    void keepsNothingOfACommandThatWasCutOffInTheMiddle() throws IOException {
        fill(10);
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            store.write(() -> {
                IntStream.range(10, 20_000).forEach(i -> put(table, i));
                copyAsAfterAKill();
                return table;
            });
        }
        file = folder.resolve("copy/mongo.store");
        try (var store = StoreFile.open(file, CACHE)) {
            assertThat(store.table("documents").size()).isEqualTo(10);
        }
    }

    private void copyAsAfterAKill() {
        try (var files = Files.list(folder)) {
            var copy = Files.createDirectory(folder.resolve("copy"));
            for (var each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, copy.resolve(each.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void opensWhenItWasKilledAsItMadeTheNextLog() throws IOException {
        try (var store = StoreFile.open(file, CACHE)) {
            store.write(() -> put(store.table("documents"), 1));
            awaitDurable(store);
            store.write(() -> put(store.table("documents"), 2));
            awaitDurable(store);
            copyAsAfterAKill();
        }
        file = folder.resolve("copy/mongo.store");
        var log = log();
        damage(log, endOf(log) - 10, 5);
        CommandLog.create(file.resolveSibling("mongo.store.log.1")).close();
        try (var store = StoreFile.open(file, CACHE)) {
            assertThat(store.table("documents").size()).isEqualTo(1);
        }
    }

    /** The place behind its last byte that is not zero. */
    private static long endOf(Path log) throws IOException {
        var bytes = Files.readAllBytes(log);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static void awaitDurable(StoreFile store) {
        var durable = new CompletableFuture<Void>();
        store.whenEndedIsDurable(() -> durable.complete(null));
        durable.join();
    }

    @Test
    void showsNothingOfARunningCommandBeforeItIsOnTheDisk() {
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            var seen = new CompletableFuture<Void>();
            var ended = new CompletableFuture<Void>();
            store.write(() -> {
                put(table, 1);
                store.whenSeenIsDurable(() -> seen.complete(null));
                store.whenEndedIsDurable(() -> ended.complete(null));
                assertThat(ended).isCompleted();
                assertThat(seen).isNotDone();
                return table;
            });
            assertThat(seen).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void takesBackACommandThatChangesTooMuch() {
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            assertThatThrownBy(() -> store.write(() -> {
                IntStream.range(0, 60).forEach(i -> table.put(KeyEncoder.encode(i), new byte[1 << 20]));
                return table;
            })).hasMessageContaining("change fewer documents at once");
            assertThat(table.size()).isZero();
        }
    }

    @Test
    void saysThatAnotherProcessHasItOpen() {
        try (var _ = StoreFile.open(file, CACHE)) {
            assertThatThrownBy(() -> StoreFile.open(file, CACHE)).isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("another process has it open");
        }
    }

    @Test
    void leavesTheDiskAsItIsAfterAFailure() throws IOException {
        fill(10);
        try (var store = StoreFile.open(file, CACHE)) {
            store.write(() -> put(store.table("documents"), 100));
            awaitDurable(store);
            assertThatThrownBy(() -> store.write(() -> {
                put(store.table("documents"), 101);
                store.drop("documents");
                throw new IllegalStateException("half-way");
            })).hasMessageContaining("dropped a table");
            assertThat(store.failure()).isCompletedExceptionally();
        }
        try (var store = StoreFile.open(file, CACHE)) {
            assertThat(store.table("documents").size()).isEqualTo(11);
        }
    }

    private void fill(int documents) {
        try (var store = StoreFile.open(file, CACHE)) {
            var table = store.table("documents");
            for (int i = 0; i < documents; i++) {
                int key = i;
                store.write(() -> put(table, key));
            }
        }
    }

    private void readAll() {
        try (var store = StoreFile.open(file, CACHE)) {
            store.read(() -> {
                var cursor = store.table("documents").cursor(KeyRange.ALL, false);
                cursor.forEachRemaining(key -> assertThat(cursor.getValue()).hasSize(1000));
                return cursor;
            });
        }
    }

    private Path log() throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.filter(each -> each.getFileName().toString().contains(".log.")).findFirst().orElseThrow();
        }
    }

    private static void damage(Path file, long position, int bytes) throws IOException {
        try (var damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(position);
            var garbage = new byte[bytes];
            Arrays.fill(garbage, (byte) 0x5A);
            damaged.write(garbage);
        }
    }
}
