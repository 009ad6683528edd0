package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks after the lists of related articles. */
@Command(name = "related", mixinStandardHelpOptions = true, description = "Look after the lists of related articles.", subcommands = {
        RelatedLists.Status.class, RelatedLists.Recompute.class, RelatedLearn.class, RelatedCompare.class,
        RelatedSwitch.class})
final class RelatedLists {

    /** Says how far the work is. */
    @Command(name = "status", mixinStandardHelpOptions = true, description = "Say how far the index and the lists are.")
    static final class Status implements Callable<Integer> {
        @Mixin
        private SuiteOption suite = new SuiteOption();

        @Override
        public Integer call() throws IOException {
            try (var client = suite.client(Role.administrator)) {
                print(client.get("/api/v1/related/status"));
                return 0;
            } catch (SuiteRefused e) {
                throw new CannotDo("the suite does not say: " + e.getMessage());
            }
        }
    }

    /** Has all lists computed anew. */
    @Command(name = "recompute", mixinStandardHelpOptions = true, description = {
            "Compute all lists anew, newest article first; what is published meanwhile does not wait for it.",
            "Lists that come out as they were are not sent again."})
    static final class Recompute implements Callable<Integer> {
        @Mixin
        private SuiteOption suite = new SuiteOption();

        @Option(names = "--wait", description = "Come back when all of them are done.")
        private boolean wait;

        @Override
        public Integer call() throws IOException, InterruptedException {
            try (var client = suite.client(Role.administrator)) {
                var answer = client.expect(client.to("/api/v1/related/recompute").POST(noBody()).build(), 202);
                System.out.println(SuiteClient.json(answer).get("lists") + " lists are to be computed.");
                while (wait && left(client) > 0) {
                    Thread.sleep(1_000);
                }
                return 0;
            } catch (SuiteRefused e) {
                throw new CannotDo("the lists are not computed anew: " + e.getMessage());
            }
        }

        private static long left(SuiteClient client) {
            return client.get("/api/v1/related/status").get("left") instanceof Map<?, ?> left
                    && left.get("backfill") instanceof Number backfill ? backfill.longValue() : 0;
        }

        private static BodyPublisher noBody() {
            return BodyPublishers.noBody();
        }
    }

    private static void print(Map<String, Object> status) {
        status.forEach((what, value) -> {
            if (value instanceof Map<?, ?> parts) {
                parts.forEach((part, count) -> System.out.printf("%-28s%s%n", what + " " + part, count));
            } else {
                System.out.printf("%-28s%s%n", what, value);
            }
        });
    }
}
