package news.kiosque.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

import news.kiosque.standalone.key.LoginToken;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token that lets its bearer into the newsroom's API. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Print a token for the API, and nothing else.")
final class Token implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--role", required = true, description = "What the bearer may do: ${COMPLETION-CANDIDATES}.")
    private Role role = Role.reporter;

    @Option(names = "--name", defaultValue = "desk", description = "Who it is, for the record (default: ${DEFAULT-VALUE}).")
    private String name = "desk";

    @Option(names = "--hours", defaultValue = "12", description = "How long it is good for (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Override
    public Integer call() {
        var keys = data.folder().keys();
        if (!keys.exist()) {
            throw new CannotDo("there are no keys in " + keys.folder() + " yet: start the suite first (kiosque up)");
        }
        if (hours < 1) {
            throw new CannotDo("--hours is at least 1");
        }
        System.out.println(new LoginToken(name, role, Duration.ofHours(hours)).signedWith(keys, Instant.now()));
        return 0;
    }
}
