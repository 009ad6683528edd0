package news.kiosque.standalone.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command in a session of its own, where the system can, so that Ctrl-C reaches the launcher alone. */
public final class OwnSession {
    private static final List<String> PREFIX = Stream
            .of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "setsid")).filter(Files::isExecutable)
            .map(Path::toString).limit(1).toList();

    private OwnSession() {}

    /** The process keeps its id: setsid forks only what leads a group already. */
    public static List<String> of(List<String> command) {
        var whole = new ArrayList<>(PREFIX);
        whole.addAll(command);
        return whole;
    }
}
