package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.Callable;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts another model into service. */
@Command(name = "switch", mixinStandardHelpOptions = true, description = {
        "Make lists by the model that was learned last, on every instance and without a restart.",
        "All lists are made anew, newest article first; what is published meanwhile does not wait for it."})
final class RelatedSwitch implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @ArgGroup
    private Other other = new Other();

    private static final class Other {
        @Option(names = "--back", description = "By the one that was in service before.")
        private boolean back;

        @Option(names = "--shipped", description = "By the one that Kiosque comes with, or KIOSQUE_RELATED_MODEL names.")
        private boolean shipped;
    }

    @Override
    public Integer call() throws IOException {
        var to = other.back ? "previous" : other.shipped ? "shipped" : "learned";
        try (var client = suite.client(Role.administrator)) {
            var answer = SuiteClient.json(client.expect(
                    client.to("/api/v1/related/models/switch?to=" + to).POST(BodyPublishers.noBody()).build(), 200));
            System.out.printf("Lists are made by %s from now on; before it was %s.%n", answer.get("inService"),
                    answer.get("previous"));
            System.out.println("'kiosque related status' tells how many are left.");
            return 0;
        } catch (SuiteRefused e) {
            throw new CannotDo("the model stays as it is: " + e.getMessage());
        }
    }
}
