package news.kiosque.standalone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Kiosque on one machine: starts it, stops it, and says how it is. */
@Command(name = "kiosque", mixinStandardHelpOptions = true, description = "Kiosque on one machine.", subcommands = {
        Up.class, Down.class, Status.class, Token.class, MakeKeys.class, Logs.class, Check.class, Import.class,
        Export.class, Backup.class, Restore.class, RelatedLists.class, DeadLetters.class, Consent.class})
public final class Kiosque {

    private Kiosque() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The exit code: 0 when done, 1 when it cannot be done, 2 when the command was not understood. */
    static int run(String... arguments) {
        var command = new CommandLine(new Kiosque());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (!(failure instanceof CannotDo)) {
                failure.printStackTrace();
            }
            System.err.println("kiosque: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return command.execute(arguments.length == 0 ? new String[]{"--help"} : arguments);
    }
}
