package news.kiosque.standalone.jvm;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedFoldersTest {
    @TempDir
    Path prepared;

    @Test
    void keepsTheTwoNewestOfEachProgramAndWhatIsInUse() throws Exception {
        var held = folder("gateway-00000001-10", 1);
        PreparedFolders.hold(held);
        assertThat(held.toFile().setLastModified(1_000)).isTrue();
        usedOnce("gateway-00000002-10", 2);
        usedOnce("gateway-00000003-10", 3);
        usedOnce("gateway-00000004-10", 4);
        usedOnce("launcher-1-10", 1);
        folder("rehearsal-17", 1);
        folder("rehearsal-18", 2);
        folder("rehearsal-19", 3);
        PreparedFolders.removeOld(prepared);
        assertThat(prepared.toFile().list()).containsExactlyInAnyOrder("gateway-00000001-10", "gateway-00000003-10",
                "gateway-00000004-10", "launcher-1-10", "rehearsal-18", "rehearsal-19");
    }

    private void usedOnce(String name, long age) throws Exception {
        var folder = folder(name, age);
        Files.createFile(folder.resolve("in-use"));
        assertThat(folder.toFile().setLastModified(age * 1_000)).isTrue();
    }

    private Path folder(String name, long age) throws Exception {
        var folder = Files.createDirectory(prepared.resolve(name));
        Files.writeString(folder.resolve("a.jar"), "");
        assertThat(folder.toFile().setLastModified(age * 1_000)).isTrue();
        return folder;
    }
}
