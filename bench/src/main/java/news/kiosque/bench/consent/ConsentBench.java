package news.kiosque.bench.consent;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the ledger is checked, and how fast a running suite takes readers' choices. */
@Command(name = "consent", mixinStandardHelpOptions = true, description = {
        "How fast the ledger of choices is checked, on one core; with --url, how fast choices are taken.",
        "The suite must not bound them: KIOSQUE_PACE_READER_EVERY=0s KIOSQUE_PACE_PLACE_EVERY=0s ./kiosque up ..."})
public final class ConsentBench implements Callable<Integer> {
    @Option(names = "--records", defaultValue = "1000000", description = "Records of the ledger that is checked (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(names = "--in-a-seal", defaultValue = "500", description = "Records under one seal, as many as come in a second (default: ${DEFAULT-VALUE}).")
    private int inASeal;

    @Option(names = "--url", paramLabel = "URL", description = "A suite's address, or that of its consent-service.")
    private @Nullable URI url;

    @Option(names = "--rate", defaultValue = "500", description = "Choices a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "How long choices are made (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--at-once", defaultValue = "32", description = "Readers who choose without a pause, to find the most (default: ${DEFAULT-VALUE}).")
    private int atOnce;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (url == null) {
            System.out.println(new LedgerBench(records, inASeal).run());
            return 0;
        }
        ChoiceLoad load = new ChoiceLoad(url);
        load.atRate(rate, Duration.ofSeconds(5));
        System.out.println(load.atRate(rate, Duration.ofSeconds(seconds)));
        System.out.println(load.withoutPause(atOnce, Duration.ofSeconds(seconds)));
        return 0;
    }
}
