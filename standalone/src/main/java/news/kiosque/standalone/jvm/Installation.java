package news.kiosque.standalone.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the suite's programs are.
 *
 * @param home the clone, with the services' built jars
 * @param launcher the folder that the running launcher was started from: {@code standalone.jar}, {@code child.jar}
 * and {@code lib/}; a copy, so that a build beside it does not change what runs
 */
public record Installation(Path home, Path launcher) {

    /** As the command {@code kiosque} passes it on. */
    public static Installation ofThisProcess() {
        return new Installation(folder("kiosque.home"), folder("kiosque.launcher"));
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** What is made from the built jars and can be made again. */
    public Path prepared() {
        return home.resolve("standalone/target/prepared");
    }

    public Path childJar() {
        return launcher.resolve("child.jar");
    }

    public Path launcherJar() {
        return launcher.resolve("standalone.jar");
    }

    /** The launcher's own AOT cache, which the command {@code kiosque} looks for. */
    public Path launcherCache() {
        return folder("kiosque.cache");
    }

    /** The runnable jar of a service as Maven left it. */
    public Path serviceJar(String service) throws IOException {
        var target = home.resolve(service).resolve("target");
        try (var jars = Files.newDirectoryStream(target, service + "-*-exec.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IOException("There is no jar of " + service + " in " + target + ": build it with mvn package");
    }

    private static Path folder(String property) {
        var value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("Start Kiosque by its command, kiosque: " + property + " is not set");
        }
        return Path.of(value);
    }
}
