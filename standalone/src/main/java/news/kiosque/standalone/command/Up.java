package news.kiosque.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import news.kiosque.standalone.suite.DataFolder;
import news.kiosque.standalone.suite.Leftovers;
import news.kiosque.standalone.suite.Ports;
import news.kiosque.standalone.suite.SuiteLock;
import news.kiosque.standalone.suite.UpOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite and stays with it, or leaves it running in the background. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start the suite; Ctrl-C or 'kiosque down' stops it.")
final class Up implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "8080", description = "The site's port; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", paramLabel = "ADDR", description = "The network address the site listens on; 0.0.0.0: all (default: ${DEFAULT-VALUE}).")
    private String bind = "127.0.0.1";

    @Option(names = "--detach", description = "Return when the suite is ready and leave it running.")
    private boolean detach;

    @Option(names = "--empty", description = "Without the demo edition, which a fresh data folder gets otherwise.")
    private boolean empty;

    @Option(names = "--mongod", paramLabel = "PATH", defaultValue = "${env:KIOSQUE_MONGOD}", description = "Run this MongoDB server in place of the embedded one.")
    private @Nullable Path mongod;

    @Option(names = "--mongodb-uri", paramLabel = "URI", description = "Use the MongoDB that is there.")
    private @Nullable String mongodbUri;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "Use the Kafka that is there.")
    private @Nullable String kafka;

    @Option(names = "--no-aot", description = "Neither make nor use the AOT caches that make a start quick.")
    private boolean noAot;

    @Option(names = "--in-background", hidden = true)
    private boolean inBackground;

    @Option(names = "--rehearsal", hidden = true)
    private boolean rehearsal;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (detach && !inBackground) {
            return Background.start();
        }
        var folder = data.folder();
        folder.make();
        var lock = SuiteLock.take(folder);
        if (lock.isEmpty()) {
            System.out.println(data.state().map(
                    state -> "Kiosque is already " + state.state() + " at " + state.address() + " in this data folder ("
                            + folder.root() + "), launcher " + state.launcher() + ".")
                    .orElse("Kiosque is already being started in " + folder.root() + "."));
            return 0;
        }
        if (Files.exists(folder.unfinishedRestore())) {
            throw new CannotDo("a restore into " + folder.root()
                    + " was broken off: delete the folder and restore the backup again");
        }
        Leftovers.awaitEnd(folder, System.out::println);
        var options = new UpOptions(publicPort(), bind, mongod, mongodbUri, kafka);
        prepare(folder);
        var run = new Foreground(folder, options, inBackground);
        return rehearsal ? run.rehearsed() : run.untilStopped(!noAot);
    }

    private void prepare(DataFolder folder) throws IOException {
        if (empty) {
            Files.deleteIfExists(folder.demoToDo());
        } else if (folder.isFresh()) {
            Files.createFile(folder.demoToDo());
        }
        folder.keys().make();
    }

    private int publicPort() {
        if (port == 0) {
            return new Ports().free();
        }
        if (!Ports.isFree(bind, port)) {
            throw new CannotDo("port " + port + " of " + bind
                    + " is taken by another program: stop that, or choose another with --port");
        }
        return port;
    }
}
