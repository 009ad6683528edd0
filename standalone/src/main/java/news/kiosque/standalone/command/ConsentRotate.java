package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.concurrent.Callable;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.key.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has a new key wrap the keys of readers, so that the old one, and all that was erased under it, is gone for good. */
@Command(name = "rotate", mixinStandardHelpOptions = true, description = {
        "Change the key that wraps the keys of readers' records, now; the suite does it by itself within a day of an erasure.",
        "The old one is destroyed some minutes later, when nothing living lies under it any more. What was erased before",
        "cannot be opened then, whatever disks and copies of the store have kept of it."})
final class ConsentRotate implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Override
    public Integer call() throws IOException {
        try (SuiteClient client = suite.client(Role.administrator)) {
            var state = SuiteClient.json(client.expect(client.to("/api/v1/consent/ledger/wrapping-keys")
                    .POST(HttpRequest.BodyPublishers.noBody()).build(), 202));
            System.out.printf("Key %s wraps from now on. To be destroyed when nothing living needs them: %s%n",
                    state.get("current"), state.get("old"));
            return 0;
        }
    }
}
