package news.kiosque.standalone.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.standalone.suite.Leftovers;
import news.kiosque.standalone.suite.SuiteLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a running suite and returns when none of its processes is left. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the suite.")
final class Down implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = data.folder();
        var pid = SuiteLock.isHeld(folder) ? data.state().map(state -> state.launcher()).orElse(null) : null;
        var launcher = pid == null ? null : ProcessHandle.of(pid).orElse(null);
        if (launcher == null) {
            Leftovers.awaitEnd(folder, System.out::println);
            System.out.println("No suite is running in " + folder.root() + ".");
            return 0;
        }
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            System.err.println("kiosque: the launcher takes too long and is killed; its processes end by themselves");
            launcher.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Leftovers.awaitEnd(folder, System.out::println);
        System.out.println("Kiosque is stopped.");
        return 0;
    }
}
