package news.kiosque.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import news.kiosque.standalone.process.ProcessReport;
import news.kiosque.standalone.process.ProcessState;
import news.kiosque.standalone.suite.SuiteState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which processes the suite has and how each of them is. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Say how the suite is.")
final class Status implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "As JSON, for scripts.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var state = data.state().orElse(new SuiteState("", ProcessState.stopped, List.of()));
        if (json) {
            System.out.println(state.json());
            return 0;
        }
        System.out.println(state.state() == ProcessState.stopped
                ? "No suite is running in " + data.folder().root() + "."
                : "Kiosque is " + state.state() + " at " + state.address() + " (data in " + data.folder().root() + ")");
        System.out.printf("%n%-24s%-12s%8s%8s%10s  %s%n", "process", "state", "pid", "port", "restarts",
                "why it last ended");
        state.processes().forEach(Status::print);
        return 0;
    }

    private static void print(ProcessReport process) {
        System.out.printf("%-24s%-12s%8s%8s%10d  %s%n", process.name(), process.state(), orDash(process.pid()),
                orDash(process.port()), process.restarts(), orDash(process.reason()));
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
