package news.kiosque.standalone.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs a program's main class and ends it as soon as the launcher is gone, which closes this process's standard input. */
public final class Child {
    private static final long MILLISECONDS_TO_END = 8_000;

    private Child() {}

    /** The first argument is the main class, the rest are its arguments. */
    public static void main(String[] arguments) throws Throwable {
        Thread.ofPlatform().daemon().name("launcher-watch").start(Child::endWithLauncher);
        var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithLauncher() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
        }
        Thread.ofPlatform().daemon().name("launcher-watch-deadline").start(Child::haltWhenLate);
        System.exit(0);
    }

    private static void haltWhenLate() {
        try {
            Thread.sleep(MILLISECONDS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
