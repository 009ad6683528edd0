package news.kiosque.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.nimbusds.jwt.SignedJWT;
import news.kiosque.standalone.suite.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KiosqueTest {
    @TempDir
    Path data;

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "token", "logs", "check", "import", "export", "backup", "restore"})
    void helpsWithEveryCommand(String command) {
        assertThat(Kiosque.run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: kiosque " + command).contains("--data=DIR");
    }

    @Test
    void printsOnlyTheToken() throws Exception {
        new DataFolder(data).keys().make();
        assertThat(Kiosque.run("token", "--role", "editor", "--name", "Ada", "--data", data.toString())).isZero();
        var token = out.toString();
        assertThat(token.strip().lines()).hasSize(1);
        assertThat(SignedJWT.parse(token.strip()).getJWTClaimsSet().getSubject()).isEqualTo("Ada");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatToDoWhenThereAreNoKeysYet() {
        assertThat(Kiosque.run("token", "--role", "editor", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("kiosque up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesARoleThatDoesNotExist() {
        assertThat(Kiosque.run("token", "--role", "king", "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("reporter, editor, administrator");
    }

    @Test
    void namesATakenPortAndTheWayOut() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(taken.getLocalPort());
            assertThat(Kiosque.run("up", "--port", port, "--data", data.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("port " + port).contains("--port");
        }
    }

    @Test
    void knowsThatNothingRuns() {
        assertThat(Kiosque.run("status", "--json", "--data", data.toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"address\":\"\",\"state\":\"stopped\",\"processes\":[]}");
        assertThat(Kiosque.run("down", "--data", data.toString())).isZero();
    }

    @Test
    void saysThatThereIsNoSuchLog() {
        assertThat(Kiosque.run("logs", "nobody", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("kiosque status");
    }
}
