package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The embedded server in a JVM of its own, to be killed. */
final class MongoChild implements KillableServer {

    private static final int NO_LIMIT = 0;

    private final Process process;
    private final int port;

    private MongoChild(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static MongoChild start(Path folder, String... options) throws IOException {
        return start(folder, NO_LIMIT, options);
    }

    /** With a most size in KB for each of its files; it takes what is beyond for a full disk. */
    static MongoChild start(Path folder, int mostKilobytes, String... options) throws IOException {
        var java = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        java.addAll(List.of(options));
        java.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EmbeddedMongoProcess.class.getName(), folder.toString(), "0"));
        var command = mostKilobytes == NO_LIMIT ? java : limited(mostKilobytes, java);
        var process = new ProcessBuilder(command).redirectError(errors(folder).toFile()).start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return new MongoChild(process, Integer.parseInt(line.substring("ready ".length())));
            }
        }
        throw new IOException("the server did not start: " + said(folder));
    }

    private static List<String> limited(int mostKilobytes, List<String> java) {
        var command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + mostKilobytes + "; exec \"$@\"", "bash"));
        command.addAll(java);
        return command;
    }

    private static Path errors(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".err");
    }

    /** What the last server in this folder wrote on its standard error. */
    static String said(Path folder) throws IOException {
        return Files.readString(errors(folder));
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it with SIGTERM, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    int waitForEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
