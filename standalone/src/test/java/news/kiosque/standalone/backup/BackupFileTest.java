package news.kiosque.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupFileTest {
    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("suite.backup");
        var random = new Random(4);
        try (var out = Files.newOutputStream(file)) {
            var backup = new BackupWriter(out);
            backup.begin(Part.file("keys/a"));
            backup.item("secret".getBytes(UTF_8));
            backup.end();
            backup.begin(Part.documents("articles", "articles"));
            for (int i = 0; i < 200; i++) {
                var bytes = new byte[random.nextInt(2_000)];
                random.nextBytes(bytes);
                backup.item(bytes);
            }
            backup.end();
            backup.begin(Part.again("consent", "subjects"));
            backup.end();
            backup.finish();
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void givesBackWhatWasWrittenAsOftenAsItIsRead() throws IOException {
        var backup = BackupReader.of(file);
        for (int reading = 0; reading < 2; reading++) {
            var seen = new ArrayList<String>();
            backup.read(new BackupReader.Taker() {
                @Override
                public void item(Part part, byte[] bytes) {
                    seen.add(part.title());
                }

                @Override
                public void end(Part part) {
                    seen.add("end of " + part.title());
                }
            });
            assertThat(seen).hasSize(204).startsWith("file keys/a", "end of file keys/a").endsWith(
                    "documents articles/articles", "end of documents articles/articles",
                    "end of again consent/subjects");
        }
    }

    @Test
    void isRefusedWhereverItIsCutShort() throws IOException {
        var random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class);
        }
        for (int missing = 1; missing <= 40; missing++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void isRefusedWhicheverByteIsAnother() throws IOException {
        var random = new Random(6);
        for (int round = 0; round < ROUNDS; round++) {
            var changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class);
        }
    }

    @Test
    void isRefusedWithSomethingBehindIt() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class);
    }

    @Test
    void namesTheFormatOfALaterVersion() throws IOException {
        Files.write(file, List.of("kiosque-backup 2", "and whatever that has"));
        assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class)
                .hasMessageContaining("format 2").hasMessageContaining("a later one");
    }

    @Test
    void isNothingElse() throws IOException {
        for (var other : List.of("", "kiosque", "{\"id\": 1}\n", "kiosque-backup one\n")) {
            Files.writeString(file, other);
            assertThatThrownBy(() -> BackupReader.of(file)).isInstanceOf(NotABackup.class)
                    .hasMessageContaining("not a backup");
        }
    }
}
