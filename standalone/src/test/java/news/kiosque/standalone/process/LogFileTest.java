package news.kiosque.standalone.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void putsAFullFileAsideAndKeepsTwoOlderOnes() throws Exception {
        var file = folder.resolve("gateway.log");
        try (var log = new LogFile(file, 10)) {
            for (var line : new String[]{"first", "second", "third", "fourth", "5"}) {
                log.write(line);
            }
        }
        assertThat(file).hasContent("fourth\n5\n");
        assertThat(folder.resolve("gateway.log.1")).hasContent("third\n");
        assertThat(folder.resolve("gateway.log.2")).hasContent("second\n");
        assertThat(folder.toFile().list()).hasSize(3);
    }

    @Test
    void goesOnWhereTheLastRunEnded() throws Exception {
        var file = folder.resolve("mongo.log");
        try (var log = new LogFile(file, 100)) {
            log.write("one");
        }
        try (var log = new LogFile(file, 100)) {
            log.write("two");
        }
        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void showsAllProcessesInOneStreamAndKeepsAFileForEach() throws Exception {
        var console = new ByteArrayOutputStream();
        try (var journal = new Journal(folder, new PrintStream(console, true, StandardCharsets.UTF_8), false, false)) {
            journal.say("starting");
            journal.record("gateway", "Zoë is here");
        }
        var expected = "kiosque                | starting\ngateway                | Zoë is here\n";
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(folder.resolve("kiosque.log")).hasContent(expected);
        assertThat(folder.resolve("gateway.log")).hasContent("Zoë is here\n");
    }

    @Test
    void keepsTheConsoleQuietInTheBackground() throws Exception {
        var console = new ByteArrayOutputStream();
        try (var journal = new Journal(folder, new PrintStream(console, true, StandardCharsets.UTF_8), false, true)) {
            journal.record("gateway", "chatter");
            journal.say("ready");
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain("chatter").contains("| ready");
    }
}
