package news.kiosque.standalone.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to run as a child process.
 *
 * @param environment added to the launcher's own
 * @param folder where it runs
 * @param liveness by which it is held once it was ready
 * @param endsWithPipe whether it ends by itself when its standard input closes; what does not gets a guard
 */
public record Program(String name, List<String> command, Map<String, String> environment, Path folder, int port,
        Readiness readiness, Liveness liveness, boolean endsWithPipe) {}
