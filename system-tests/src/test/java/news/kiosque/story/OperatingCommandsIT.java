package news.kiosque.story;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The commands by which operators look after lists and after the ledger of choices, against the suite itself. */
@EnabledIf("isOurs")
class OperatingCommandsIT {
    private final Suite suite = Suite.running();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    static boolean isOurs() {
        return Suite.running().isOurs();
    }

    @Test
    void listsAreLookedAfterFromTheCommandLine() {
        assertThat(suite.command("related", "status")).contains("caughtUp", "left backfill");
        assertThat(suite.command("related", "recompute", "--wait")).contains("lists are to be computed");
        assertThat(suite.command("related", "learn")).contains("What is in service stays.");
        assertThat(suite.command("related", "compare", "--with", "shipped"))
                .contains("100.0% of the first five places");
        assertThat(suite.command("related", "switch", "--shipped")).contains("Lists are made by shipped");
        assertThat(suite.command("dead-letters", "replay")).contains("kiosque.article", "0 fail again");
    }

    @Test
    void theLedgerIsCheckedAndItsRecordsProvenFromTheCommandLine() throws Exception {
        String record = Chooser.whoAccepts(suite).record();
        Path proof = folder.resolve("proof.json");
        Awaitility.await().ignoreExceptionsInstanceOf(IllegalStateException.class)
                .until(() -> Files.writeString(proof, suite.command("consent", "prove", record)), written -> true);
        Path roots = Files.writeString(folder.resolve("roots.txt"), asked("/choix/v1/ledger/roots"));
        Path key = Files.writeString(folder.resolve("key.jwk"), asked("/choix/v1/ledger/key"));
        Path ledger = folder.resolve("ledger.txt");

        assertThat(checkedByScript(proof, roots)).isZero();
        assertThat(suite.command("consent", "verify", "--save", ledger.toString())).contains("The ledger is whole",
                "are proven by the root of seal");
        String[] elsewhere = {"consent", "verify", "--ledger", ledger.toString(), "--roots", roots.toString(), "--key",
                key.toString()};
        Files.writeString(ledger, Files.readString(ledger).replace(record, UUID.randomUUID().toString()));
        assertThatThrownBy(() -> suite.command(elsewhere)).hasMessageContaining("THE LEDGER IS NOT WHOLE")
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> suite.command("consent", "prove", UUID.randomUUID().toString()))
                .hasMessageContaining("there is no record");
    }

    @Test
    void theKeyThatWrapsReadersKeysIsChangedFromTheCommandLine() throws Exception {
        Chooser reader = Chooser.whoAccepts(suite);
        Path keys = suite.data().resolve("keys/ledger-wrapping.key");
        List<String> before = Files.readAllLines(keys);

        assertThat(suite.command("consent", "rotate")).contains("wraps from now on");

        assertThat(Files.readAllLines(keys)).hasSizeGreaterThan(before.size());
        assertThat(reader.decisions(suite)).hasSize(1);
        assertThat(Chooser.whoAccepts(suite).decisions(suite)).hasSize(1);
    }

    private String asked(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(suite.address().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static int checkedByScript(Path proof, Path roots) throws IOException, InterruptedException {
        return new ProcessBuilder("python3", "../docs/verify-proof.py", proof.toString(), roots.toString()).inheritIO()
                .start().waitFor();
    }
}
