package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.key.LoginToken;
import news.kiosque.standalone.key.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that speaks to a running suite: the one of a data folder, or one elsewhere. */
final class SuiteOption {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--url", paramLabel = "URL", description = "The address of a suite elsewhere, instead of --data.")
    private @Nullable URI url;

    @Option(names = "--token", paramLabel = "TOKEN|@FILE", description = "What lets into the suite of --url (default: $KIOSQUE_TOKEN).")
    private @Nullable String token;

    /** The suite's API, spoken to by somebody of this role. */
    SuiteClient client(Role role) throws IOException {
        if (url == null) {
            return new SuiteClient(URI.create(data.running().address()), () -> ownToken(role));
        }
        var given = givenToken();
        return new SuiteClient(url, () -> given);
    }

    /** Whether the suite runs elsewhere, so that only its API can be reached. */
    boolean isElsewhere() {
        return url != null;
    }

    DataOption data() {
        return data;
    }

    private String ownToken(Role role) {
        return new LoginToken("command", role, TOKEN_LIFE).signedWith(data.folder().keys(), Instant.now());
    }

    private String givenToken() throws IOException {
        var given = token == null ? System.getenv("KIOSQUE_TOKEN") : token;
        if (given == null || given.isBlank()) {
            throw new CannotDo("--url needs a token: --token, --token @FILE or KIOSQUE_TOKEN");
        }
        return given.startsWith("@")
                ? Files.readString(Path.of(given.substring(1))).strip()
                : given.strip();
    }
}
