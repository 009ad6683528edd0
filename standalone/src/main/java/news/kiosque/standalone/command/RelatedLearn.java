package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the suite learn from the links that its editors placed, and shows what would change. */
@Command(name = "learn", mixinStandardHelpOptions = true, description = {
        "Learn from the read-also links that editors placed what belongs together.",
        "Changes nothing: a model that is better on the most recent fifth is kept, to be looked at with 'related compare' "
                + "and put into service with 'related switch'."})
final class RelatedLearn implements Callable<Integer> {
    private static final String PATH = "/api/v1/related/learning";

    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var client = suite.client(Role.administrator)) {
            client.expect(client.to(PATH).POST(BodyPublishers.noBody()).build(), 202);
            var standing = client.get(PATH);
            while ("RUNNING".equals(standing.get("state"))) {
                Thread.sleep(1_000);
                standing = client.get(PATH);
            }
            if (!(standing.get("finding") instanceof Map<?, ?> finding)) {
                throw new CannotDo("nothing was learned: " + standing.get("failure"));
            }
            print(finding);
            return 0;
        } catch (SuiteRefused e) {
            throw new CannotDo("nothing was learned: " + e.getMessage());
        }
    }

    static void print(Map<?, ?> finding) {
        System.out.println(finding.get("verdict"));
        System.out.println(finding.get("links") + " links; learned from " + finding.get("learnedFrom")
                + " articles, checked on the " + finding.get("checkedOn") + " most recent ones.");
        change("nDCG@5", finding.get("ndcg5"));
        change("R@5", finding.get("recall5"));
        if (finding.get("examples") instanceof List<?> examples) {
            examples.forEach(example -> example((Map<?, ?>) example));
        }
        if (finding.get("model") != null) {
            System.out.println("\nThe model is in " + finding.get("model")
                    + "\n'kiosque related switch' puts it into service.");
        }
    }

    private static void change(String metric, Object change) {
        if (change instanceof Map<?, ?> parts) {
            System.out.println(metric + ": in service " + interval(parts.get("inService")) + ", learned "
                    + interval(parts.get("learned")) + ", gain " + interval(parts.get("gain")));
        }
    }

    private static String interval(Object interval) {
        Map<?, ?> of = (Map<?, ?>) interval;
        return "%.3f [%.3f, %.3f]".formatted(number(of.get("value")), number(of.get("low")), number(of.get("high")));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static void example(Map<?, ?> example) {
        System.out.println("\n" + example.get("headline"));
        System.out.println("  linked:     " + example.get("linked"));
        var before = (List<?>) example.get("inService");
        var after = (List<?>) example.get("learned");
        for (var place = 0; place < Math.max(before.size(), after.size()); place++) {
            System.out.printf("  %d  %-60.60s  %.60s%n", place + 1, place < before.size() ? before.get(place) : "",
                    place < after.size() ? after.get(place) : "");
        }
    }
}
