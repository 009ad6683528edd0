package news.kiosque.standalone.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jose.util.JSONObjectUtils;
import news.kiosque.standalone.process.ProcessReport;
import news.kiosque.standalone.process.ProcessState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SuiteStateTest {
    private static final SuiteState STATE = new SuiteState("http://localhost:8080", ProcessState.restarting,
            List.of(new ProcessReport("launcher", 7L, Instant.parse("2026-11-20T08:00:00Z"), null, ProcessState.ready,
                    0,
                    null),
                    new ProcessReport("gateway", null, null, 8080, ProcessState.restarting, 2,
                            "was ended by signal 9")));
    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws Exception {
        var file = folder.resolve("state.json");
        STATE.write(file);
        assertThat(SuiteState.read(file)).isEqualTo(STATE);
        assertThat(SuiteState.read(file).launcher()).isEqualTo(7);
        assertThat(folder.toFile().list()).containsExactly("state.json");
    }

    @Test
    void hasTheShapeThatScriptsRelyOn() throws Exception {
        var json = JSONObjectUtils.parse(STATE.json());
        assertThat(json).containsEntry("address", "http://localhost:8080").containsEntry("state", "restarting");
        var gateway = JSONObjectUtils.getJSONObjectArray(json, "processes")[1];
        assertThat(gateway).containsEntry("name", "gateway").containsEntry("pid", null)
                .containsEntry("port", 8080L).containsEntry("state", "restarting").containsEntry("restarts", 2L)
                .containsEntry("reason", "was ended by signal 9");
    }

    @Test
    void hasNoProcessesLeftWhenItsLauncherIsGone() {
        assertThat(STATE.stopped().processes()).allSatisfy(process -> {
            assertThat(process.pid()).isNull();
            assertThat(process.state()).isEqualTo(ProcessState.stopped);
        });
        assertThat(STATE.stopped().processes().getLast().reason()).isEqualTo("was ended by signal 9");
    }
}
