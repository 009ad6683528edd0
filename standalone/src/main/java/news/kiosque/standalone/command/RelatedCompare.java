package news.kiosque.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how another model would do beside the one in service. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = {
        "Make the lists of the latest articles by another model too, and compare: what changes, whether it is better by the "
                + "editors' links, what it costs.",
        "Changes nothing."})
final class RelatedCompare implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Option(names = "--with", paramLabel = "MODEL", defaultValue = "learned", description = "learned (default), previous or shipped.")
    private String with;

    @Override
    public Integer call() throws IOException {
        if (!List.of("learned", "previous", "shipped").contains(with)) {
            throw new CannotDo("there is no model " + with + ": learned, previous or shipped");
        }
        try (var client = suite.client(Role.administrator)) {
            var asked = client.to("/api/v1/related/models/comparison?with=" + with)
                    .timeout(Duration.ofMinutes(5)).GET().build();
            print(SuiteClient.json(client.expect(asked, 200)));
            return 0;
        } catch (SuiteRefused e) {
            throw new CannotDo("nothing was compared: " + e.getMessage());
        }
    }

    private static void print(Map<String, Object> outcome) {
        System.out.printf("in service  %s%nother       %s%n", outcome.get("inService"), outcome.get("other"));
        System.out.printf("%s articles: %.1f%% of the first five places are the same, %s lists differ%n",
                outcome.get("articles"), 100 * number(outcome, "overlap"), outcome.get("changed"));
        System.out.printf("a list takes %.2f ms, by the other %.2f ms%n", number(outcome, "inServiceMillis"),
                number(outcome, "otherMillis"));
        if (outcome.get("quality") instanceof Map<?, ?> quality) {
            RelatedLearn.print(quality);
        }
    }

    private static double number(Map<String, Object> outcome, String name) {
        return ((Number) outcome.get(name)).doubleValue();
    }
}
