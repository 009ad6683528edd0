package news.kiosque.standalone.jvm;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Makes AOT caches of what was recorded, two at a time: each takes a few seconds and a few hundred megabytes. */
public final class Assembly {
    private static final int AT_A_TIME = 2;

    private Assembly() {}

    /** What was not recorded stays without a cache. */
    public static void of(List<JavaProgram> programs) throws IOException, InterruptedException {
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (var made : workers.invokeAll(programs.stream().map(Assembly::task).toList())) {
                made.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A cache could not be made", e.getCause());
        }
    }

    private static Callable<Boolean> task(JavaProgram program) {
        return () -> assemble(program);
    }

    private static boolean assemble(JavaProgram program) throws IOException, InterruptedException {
        if (!Files.exists(program.recording())) {
            return false;
        }
        var jvm = new ProcessBuilder(program.assembly()).redirectErrorStream(true).redirectOutput(Redirect.DISCARD)
                .start();
        if (jvm.waitFor() != 0) {
            return false;
        }
        Files.move(program.unfinished(), program.cache(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(program.recording());
        return true;
    }
}
