package news.kiosque.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import news.kiosque.standalone.suite.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What backup and restore say when there is nothing that they can do. */
class RestoreTest {
    @TempDir
    Path folder;

    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;
    private Path target;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        file = folder.resolve("suite.backup");
        target = folder.resolve("target");
    }

    @AfterEach
    void leave() {
        System.setErr(realErr);
    }

    @Test
    void writesNothingWhenTheFileIsNoBackup() throws IOException {
        Files.writeString(file, "Something else");
        assertThat(restore()).isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).contains("not a backup").contains("Nothing was written");
        assertThat(target).doesNotExist();
    }

    @Test
    void leavesAFolderAloneThatHasSomething() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "text");
        assertThat(restore()).isEqualTo(1);
        assertThat(err.toString()).contains(target + " is not empty");
        assertThat(target).isDirectoryNotContaining(found -> !found.endsWith("mine"));
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThat(restore()).isEqualTo(1);
        assertThat(err.toString()).contains("no file to read at " + file);
        assertThat(target).doesNotExist();
    }

    @Test
    void keepsUpAwayFromAFolderWhoseRestoreWasBrokenOff() throws IOException {
        var data = new DataFolder(target);
        data.make();
        Files.createFile(data.unfinishedRestore());
        assertThat(Kiosque.run("up", "--port", "0", "--data", target.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("was broken off").contains("restore the backup again");
        assertThat(data.keys().exist()).isFalse();
    }

    @Test
    void asksForARunningSuiteToBackUp() {
        assertThat(Kiosque.run("backup", file.toString(), "--data", target.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no suite is running").contains("kiosque up");
        assertThat(file).doesNotExist();
    }

    private int restore() {
        return Kiosque.run("restore", file.toString(), "--data", target.toString());
    }
}
