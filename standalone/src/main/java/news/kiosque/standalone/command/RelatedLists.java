package news.kiosque.standalone.command;

import picocli.CommandLine.Command;

/** Looks after the lists of related articles. */
@Command(name = "related", mixinStandardHelpOptions = true, description = "Look after the lists of related articles.", subcommands = {
        RelatedLearn.class})
final class RelatedLists {}
