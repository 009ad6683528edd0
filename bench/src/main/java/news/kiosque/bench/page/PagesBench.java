package news.kiosque.bench.page;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long readers wait while the suite has other work, an import for instance. */
@Command(name = "pages", mixinStandardHelpOptions = true, description = {
        "Read pages of a running suite at an even rate, following their links, and say how long readers wait.",
        "Run it while the suite does something else: './kiosque import archive.jsonl.gz' in another window."})
public final class PagesBench implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://localhost:8080", description = "The suite's address (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--rate", defaultValue = "20", description = "Pages a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long pages are read (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() {
        System.out.println(new Strollers(url).read(rate, Duration.ofSeconds(seconds)));
        return 0;
    }
}
