package news.kiosque.standalone.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.standalone.process.OwnSession;

/** Runs this very command again as a process that outlives this one, and shows what it says until it is ready. */
final class Background {

    private Background() {}

    static int start() throws IOException, InterruptedException {
        var self = ProcessHandle.current().info();
        var command = new ArrayList<>(List.of(self.command().orElseThrow()));
        command.addAll(List.of(self.arguments().orElseThrow()));
        command.add("--in-background");
        var process = new ProcessBuilder(OwnSession.of(command))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(Foreground.READY)) {
                    return 0;
                }
                System.out.println(line);
            }
        }
        return process.waitFor();
    }
}
