package news.kiosque.standalone.child;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChildIT {

    @Test
    void endsWithTheLauncherAndRunsItsShutdownHooks() throws Exception {
        var child = start(Waiting.class);
        try (var output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started with [one, two]");
            assertThat(child.isAlive()).isTrue();
            child.getOutputStream().close();
            assertThat(output.readLine()).isEqualTo("closed");
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isEndedByForceWhenItsHooksHang() throws Exception {
        var child = start(Hanging.class);
        try (var output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");
            child.getOutputStream().close();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Process start(Class<?> program) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), program.getName(), "one", "two")).redirectErrorStream(true).start();
    }

    static final class Waiting {
        static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("closed")));
            System.out.println("started with " + List.of(arguments));
            new CountDownLatch(1).await();
        }
    }

    static final class Hanging {
        static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }));
            System.out.println("started");
            new CountDownLatch(1).await();
        }
    }
}
