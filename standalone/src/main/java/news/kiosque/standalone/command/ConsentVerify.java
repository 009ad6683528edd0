package news.kiosque.standalone.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import news.kiosque.proof.LedgerCheck;
import news.kiosque.proof.LedgerCheck.Verdict;
import news.kiosque.proof.LedgerReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks the whole ledger here, against the published roots, and says what it found and what it cannot see. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
        "Check the ledger against the published roots.",
        "Whoever does not trust the suite names an own copy of roots and key; with --ledger no suite is asked at all."})
final class ConsentVerify implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Option(names = "--roots", paramLabel = "FILE", description = "Published roots, as they were copied at an earlier time (default: those that the suite has now).")
    private @Nullable Path roots;

    @Option(names = "--key", paramLabel = "FILE", description = "The ledger's public key as a JWK (default: what the suite says).")
    private @Nullable Path key;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Check lines that were kept with --save.")
    private @Nullable Path ledger;

    @Option(names = "--save", paramLabel = "FILE", description = "Keep the lines that are checked.")
    private @Nullable Path save;

    @Override
    public Integer call() throws IOException {
        if (ledger != null && (roots == null || key == null)) {
            throw new CannotDo("--ledger needs --roots and --key: nothing is asked of a suite then");
        }
        try (LedgerSource source = new LedgerSource(suite, ledger, roots, key); var published = source.roots()) {
            LedgerCheck check = new LedgerCheck(source.key(), published.iterator());
            try (BufferedReader lines = source.lines(save)) {
                LedgerReading.read(lines, check);
            }
            return report(check.verdict());
        }
    }

    private int report(Verdict verdict) {
        verdict.findings().forEach(finding -> System.err.println("  " + finding));
        if (!verdict.whole()) {
            System.err.println("kiosque: THE LEDGER IS NOT WHOLE, see above");
            return 1;
        }
        say("The ledger is whole: %,d records under %,d seals, %,d more not sealed yet.", verdict.sealed(),
                verdict.seals(), verdict.open());
        if (verdict.publishedAt() == null) {
            say("No root was published, so nothing shows whether anything was cut off.");
        } else {
            say("%,d of them are proven by the root of seal %d, published %s.", verdict.published(),
                    verdict.lastPublished(), verdict.publishedAt());
            say("What this cannot see: anything that was cut off after that seal.");
        }
        if (roots == null) {
            say("The roots came from the suite itself. Keep copies where its owner cannot write, and name one: --roots");
        }
        return 0;
    }

    private static void say(String text, Object... parts) {
        System.out.println(String.format(Locale.ROOT, text, parts));
    }
}
