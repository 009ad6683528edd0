package news.kiosque.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the tests that passed on containers, for the last lines of the build: those since the first container was
 * started, but for the runs of a store suite on another server.
 */
public final class CountOfContainerTests implements TestExecutionListener {
    /** The file that gets the count; without it nobody asks. */
    private static final String FILE = "kiosque.containers.count";

    private final AtomicInteger count = new AtomicInteger();
    private volatile TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL && Containers.areUsed()
                && !isOnAnotherServer(test)) {
            count.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        String file = System.getProperty(FILE);
        if (file != null && count.get() > 0) {
            write(Path.of(file));
        }
    }

    private boolean isOnAnotherServer(TestIdentifier test) {
        for (var above = plan.getParent(test); above.isPresent(); above = plan.getParent(above.get())) {
            String name = above.get().getDisplayName();
            if (name.equals(StoreServer.EMBEDDED.name()) || name.equals(StoreServer.MONGOD.name())) {
                return true;
            }
        }
        return false;
    }

    private void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, file.getFileName() + ": " + count + " tests passed on containers\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
