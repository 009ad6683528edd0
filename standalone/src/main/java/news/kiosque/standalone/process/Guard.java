package news.kiosque.standalone.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** A shell that waits on a pipe from the launcher and ends a foreign program when the launcher is gone. */
final class Guard {
    private static final String SCRIPT = "read -r _; kill -TERM \"$1\" 2>/dev/null";

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard over(Process guarded) throws IOException {
        var command = List.of("/bin/sh", "-c", SCRIPT, "guard", String.valueOf(guarded.pid()));
        return new Guard(new ProcessBuilder(OwnSession.of(command)).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD).start());
    }

    /** The guarded program has ended: its number may soon be somebody else's. */
    void dismiss() {
        shell.destroyForcibly();
    }
}
