package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import news.kiosque.events.Topics;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries again what could not be processed. */
@Command(name = "dead-letters", mixinStandardHelpOptions = true, description = "Try again what could not be processed.", subcommands = DeadLetters.Replay.class)
final class DeadLetters {
    /** Who works off what. */
    private static final Map<String, String> PATHS = paths();

    /** Has each record processed again, from where it lies. */
    @Command(name = "replay", mixinStandardHelpOptions = true, description = {
            "Process again each record that a dead letter names; harmless for what was processed since.",
            "Exits with 1 when some fail again."})
    static final class Replay implements Callable<Integer> {
        @Mixin
        private SuiteOption suite = new SuiteOption();

        @Parameters(paramLabel = "TOPIC", arity = "0..*", description = "kiosque.article, kiosque.related, … (default: all of them).")
        private List<String> topics = List.of();

        @Override
        public Integer call() throws IOException {
            for (var topic : topics) {
                if (!PATHS.containsKey(topic)) {
                    throw new CannotDo("no dead letters of " + topic + " can be replayed; of these they can: "
                            + String.join(", ", PATHS.keySet()));
                }
            }
            var failing = 0;
            try (var client = suite.client(Role.administrator)) {
                for (var topic : topics.isEmpty() ? PATHS.keySet() : topics) {
                    failing += replay(client, topic);
                }
            } catch (SuiteRefused e) {
                throw new CannotDo("the dead letters are not replayed: " + e.getMessage());
            }
            return failing == 0 ? 0 : 1;
        }

        private static int replay(SuiteClient client, String topic) {
            var asked = client.to(PATHS.get(topic) + topic + "/replay").timeout(Duration.ofMinutes(5))
                    .POST(BodyPublishers.noBody()).build();
            var outcome = SuiteClient.json(client.expect(asked, 200));
            var failing = (List<?>) outcome.get("stillFailing");
            System.out.printf("%-28s%s letters: %s processed, %s superseded, %d fail again%n", topic,
                    outcome.get("letters"), outcome.get("replayed"), outcome.get("superseded"), failing.size());
            failing.forEach(letter -> System.out.println("  " + describe((Map<?, ?>) letter)));
            return failing.size();
        }

        private static String describe(Map<?, ?> letter) {
            return letter.get("partition") + "@" + letter.get("offset") + "  " + letter.get("reason");
        }
    }

    private static Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        List.of(Topics.ARTICLE, Topics.RELATED_DIRTY, Topics.RELATED_BACKFILL)
                .forEach(topic -> paths.put(topic, "/api/v1/related/dead-letters/"));
        paths.put(Topics.RELATED, "/api/v1/dead-letters/");
        return paths;
    }
}
