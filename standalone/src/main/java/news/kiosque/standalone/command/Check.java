package news.kiosque.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import news.kiosque.standalone.check.Report;
import news.kiosque.standalone.check.SuiteCheck;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says whether all parts of a running suite know the same of every article. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Compare the store, Kafka, the index, the related lists, the feeds and the sitemap of a running suite.",
        "Exits with 0 when they agree and with 1 when they do not."})
final class Check implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "The suite's Kafka, where it is not one of its own.")
    private @Nullable String kafka;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "30", description = "How long what is on its way may take to arrive (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var client = suite.client(Role.administrator); var check = new SuiteCheck(kafka(), client)) {
            var report = check.check(Duration.ofSeconds(seconds));
            print(report);
            return report.isAgreement() ? 0 : 1;
        } catch (SuiteRefused | KafkaException e) {
            throw new CannotDo("the suite could not be compared: " + e.getMessage());
        }
    }

    private String kafka() throws IOException {
        if (kafka != null) {
            return kafka;
        }
        if (suite.isElsewhere()) {
            throw new CannotDo("a suite elsewhere has its Kafka elsewhere: say where with --kafka");
        }
        return suite.data().running().processes().stream().filter(process -> process.name().equals("broker"))
                .filter(process -> process.port() != null).map(process -> "127.0.0.1:" + process.port()).findFirst()
                .orElseThrow(() -> new CannotDo("this suite runs no Kafka of its own: say where it is with --kafka"));
    }

    private void print(Report report) {
        if (json) {
            System.out.println(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                    .writeValueAsString(report.json()));
            return;
        }
        report.counts().forEach((what, count) -> System.out.printf("%-45s%10d%n", what, count));
        System.out.println();
        report.differences().forEach(difference -> System.out.printf("%-18s%s  %s%n", difference.between(),
                difference.article(), difference.what()));
        if (report.more() > 0) {
            System.out.println("… and " + report.more() + " more");
        }
        if (report.moving() > 0) {
            System.out.println(report.moving() + " articles or pages were on their way at the last look.");
        }
        System.out.println(report.isAgreement()
                ? "No difference."
                : report.differences().size() + report.more() + " differences.");
    }
}
