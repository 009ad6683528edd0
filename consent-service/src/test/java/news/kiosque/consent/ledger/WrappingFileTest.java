package news.kiosque.consent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.testkit.FilesOnDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WrappingFileTest {
    private static final WrappingKey FIRST = new WrappingKey("first", SecretBox.randomKey());
    private static final WrappingKey SECOND = new WrappingKey("second", SecretBox.randomKey());

    @TempDir
    private Path folder;
    private WrappingFile file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(named(""), FIRST.line() + "\n");
        file = new WrappingFile(folder);
    }

    @Test
    void overwritesWhatItReplaces() throws IOException {
        Path copy = Files.createLink(folder.resolve("another-name-of-the-same-bytes"), named(""));
        file.change(keys -> List.of(SECOND));

        assertThat(file.read()).extracting(WrappingKey::id).containsExactly("second");
        assertThat(Files.size(copy)).isEqualTo(FIRST.line().length() + 1);
        assertThat(new FilesOnDisk(folder).contain(secret(FIRST))).isFalse();
        assertThat(new FilesOnDisk(folder).contain(secret(SECOND))).isTrue();
    }

    @Test
    void destroysWhatAChangeHasLeftThatWasKilled() throws IOException {
        Files.writeString(named(".old"), SECOND.line() + "\n");
        Files.writeString(named(".new"), SECOND.line() + "\n");
        file.tidy();

        assertThat(new FilesOnDisk(folder).contain(secret(SECOND))).isFalse();
        assertThat(Files.exists(named(".old")) || Files.exists(named(".new"))).isFalse();
        assertThat(new FilesOnDisk(folder).contain(secret(FIRST))).isTrue();
    }

    @Test
    void keepsTheKeysInForceWhenTheChangeWasKilledBeforeItCounted() throws IOException {
        Files.createLink(named(".old"), named(""));
        file.tidy();

        assertThat(Files.exists(named(".old"))).isFalse();
        assertThat(file.read()).extracting(WrappingKey::line).containsExactly(FIRST.line());
    }

    @Test
    void takesALineWithoutANameAndRefusesOneWithoutAKey() throws IOException {
        Files.writeString(named(""), FIRST.line().substring("first ".length()) + "\n\n");
        assertThat(file.read()).extracting(WrappingKey::id).containsExactly(WrappingKey.UNNAMED);
        file.change(keys -> Stream.concat(Stream.of(SECOND), keys.stream()).toList());
        assertThat(file.read()).extracting(WrappingKey::id).containsExactly("second", WrappingKey.UNNAMED);

        Files.writeString(named(""), "third c2hvcnQ=\n");
        assertThatThrownBy(file::read).hasMessageContaining("32 bytes");
        Files.writeString(named(""), "\n");
        assertThatThrownBy(file::read).hasMessageContaining("holds no key");
    }

    private Path named(String ending) {
        return folder.resolve(WrappingFile.NAME + ending);
    }

    private static byte[] secret(WrappingKey key) {
        return key.line().substring(key.id().length() + 1).getBytes(US_ASCII);
    }
}
