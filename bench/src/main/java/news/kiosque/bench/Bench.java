package news.kiosque.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./kiosque bench NAME}. */
@Command(name = "kiosque bench", mixinStandardHelpOptions = true, description = "Measure Kiosque beside what others use.", subcommands = {
        news.kiosque.bench.consent.ConsentBench.class, news.kiosque.bench.quality.Quality.class,
        news.kiosque.bench.quality.Fit.class, news.kiosque.bench.related.RelatedBench.class,
        news.kiosque.bench.page.PagesBench.class,
        news.kiosque.bench.store.StoreBench.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments.length == 0 ? new String[]{"--help"} : arguments));
    }
}
