package news.kiosque.gateway.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import news.kiosque.events.NoticePublished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeFileTest {

    @Test
    void keepsNotices(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("new/notices.json");
        List<NoticePublished> notices = List.of(VariantsTest.notice(1, "fr", "opt_in", "v1"),
                VariantsTest.notice(3, "en", "opt_out", "v2"));

        new NoticeFile(path).write(notices);

        assertThat(new NoticeFile(path).read()).isEqualTo(notices);
        assertThat(Files.list(path.getParent())).containsExactly(path);
    }

    @Test
    void startsAnewFromAFileThatIsBroken(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("notices.json"), "[{\"order\":");

        assertThat(new NoticeFile(path).read()).isEmpty();
        assertThat(new NoticeFile(folder.resolve("none.json")).read()).isEmpty();
    }
}
