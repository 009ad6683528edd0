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
        "Change the key that wraps the keys of readers' records.",
        "The old one is destroyed within a minute or as soon as nothing living needs it; what was erased cannot be opened then, whatever the disks have kept."})
final class ConsentRotate implements Callable<Integer> {
    @Mixin
    private SuiteOption suite = new SuiteOption();

    @Override
    public Integer call() throws IOException {
        try (SuiteClient client = suite.client(Role.administrator)) {
            var answer = client.expect(client.to("/api/v1/consent/ledger/wrapping-keys")
                    .POST(HttpRequest.BodyPublishers.noBody()).build(), 202);
            System.out.println(answer.body());
            return 0;
        }
    }
}
