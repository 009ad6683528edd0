package news.kiosque.standalone.command;

import picocli.CommandLine.Command;

/** Checks the ledger of readers' choices, without taking the word of the service that keeps it, and changes its key. */
@Command(name = "consent", mixinStandardHelpOptions = true, description = "Check the ledger of readers' choices.", subcommands = {
        ConsentVerify.class, ConsentProve.class, ConsentRotate.class})
final class Consent {}
