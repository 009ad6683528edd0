package news.kiosque.standalone.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.key.LoginToken;
import news.kiosque.standalone.key.Role;
import news.kiosque.standalone.process.Journal;

/** The demo edition of a new suite: to be loaded at its first start, once. */
public final class Demo {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final DataFolder data;
    private final Installation installation;
    private final Journal journal;

    public Demo(DataFolder data, Installation installation, Journal journal) {
        this.data = data;
        this.installation = installation;
        this.journal = journal;
    }

    /** Loads it when it is still to be loaded; a suite without it is a suite all the same. */
    public void loadOnce(URI address) throws IOException, InterruptedException {
        if (!Files.exists(data.demoToDo())) {
            return;
        }
        if (load(address) == 0) {
            Files.delete(data.demoToDo());
        } else {
            journal.say("The demo edition is not complete; the next start goes on with it.");
        }
    }

    private int load(URI address) throws IOException, InterruptedException {
        var program = JavaProgram.small("demo", "192m", List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"),
                List.of(installation.childJar(), installation.launcherJar()),
                List.of(DemoProcess.class.getName(), address.toString()), installation.launcher());
        var builder = new ProcessBuilder(program.command(Cache.NONE)).redirectErrorStream(true);
        var token = new LoginToken("demo", Role.administrator, TOKEN_LIFE).signedWith(data.keys(), Instant.now());
        builder.environment().put(DemoProcess.TOKEN, token);
        var process = builder.start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                journal.say(line);
            }
        }
        return process.waitFor();
    }
}
