package news.kiosque.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import news.kiosque.standalone.process.ProcessState;
import news.kiosque.standalone.suite.DataFolder;
import news.kiosque.standalone.suite.SuiteLock;
import news.kiosque.standalone.suite.SuiteState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command has: which suite it means. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "The suite's data folder (default: .kiosque in the clone).")
    private @Nullable Path folder;

    DataFolder folder() {
        return folder == null ? ofTheClone() : new DataFolder(folder);
    }

    /** The suite that runs there. */
    SuiteState running() throws IOException {
        var state = state();
        if (state.isEmpty() || state.get().state() == ProcessState.stopped) {
            throw new CannotDo("no suite is running in " + folder().root()
                    + ": start it first (kiosque up), or name another with --data");
        }
        return state.get();
    }

    static DataFolder ofTheClone() {
        return new DataFolder(Path.of(System.getProperty("kiosque.home", "."), ".kiosque"));
    }

    /** Of the suite that runs, or of the last that ran, here. */
    Optional<SuiteState> state() throws IOException {
        var data = folder();
        if (!Files.exists(data.state())) {
            return Optional.empty();
        }
        var state = SuiteState.read(data.state());
        return Optional.of(SuiteLock.isHeld(data) ? state : state.stopped());
    }
}
