package news.kiosque.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands by which operators look after lists, against the suite itself. */
@EnabledIf("isOurs")
class OperatingCommandsIT {
    private final Suite suite = Suite.running();

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
}
