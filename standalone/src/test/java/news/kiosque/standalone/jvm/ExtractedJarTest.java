package news.kiosque.standalone.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractedJarTest {
    @TempDir
    Path folder;

    @Test
    void isKnownByWhatIsInTheJarAndNotByWhenItWasBuilt() throws Exception {
        var one = ExtractedJar.key(jar("one.jar", "text", 1_000_000_000_000L));
        var later = ExtractedJar.key(jar("later.jar", "text", 1_700_000_000_000L));
        var other = ExtractedJar.key(jar("other.jar", "test", 1_000_000_000_000L));
        assertThat(later).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    private Path jar(String name, String content, long time) throws Exception {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry("a.txt");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes());
        }
        return file;
    }
}
