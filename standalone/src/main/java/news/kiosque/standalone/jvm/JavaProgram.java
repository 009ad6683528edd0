package news.kiosque.standalone.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A Java program that runs as a child, with the AOT cache that makes its start cheap (JEP 483, 514, 515).
 *
 * @param options of the JVM that the cache must have been recorded with
 * @param arguments the main class and its arguments
 * @param caches the folder for the cache, which belongs to the jars that it was recorded with
 */
public record JavaProgram(String name, List<String> options, List<Path> classPath, List<String> arguments,
        Path caches) {

    /** Whether and how the AOT cache is used. */
    public enum Cache {
        NONE, RECORD, USE
    }

    /** With options that suit a small machine: compact headers, the serial collector, no waste. */
    public static JavaProgram small(String name, String heap, List<String> more, List<Path> classPath,
            List<String> arguments, Path caches) {
        var options = new ArrayList<>(List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xmx" + heap,
                "-Xss512k", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        options.addAll(more);
        return new JavaProgram(name, List.copyOf(options), classPath, arguments, caches);
    }

    public List<String> command(Cache use) {
        var command = new ArrayList<String>();
        command.add(Installation.java().toString());
        command.addAll(options);
        switch (use) {
            case NONE -> {
            }
            case RECORD -> command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording()));
            case USE -> {
                if (isCached()) {
                    command.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off"));
                }
            }
        }
        command.addAll(List.of("-cp", joinedClassPath(), "news.kiosque.standalone.child.Child"));
        command.addAll(arguments);
        return command;
    }

    /** Makes the cache of what was recorded. */
    public List<String> assembly() {
        var command = new ArrayList<String>();
        command.add(Installation.java().toString());
        command.addAll(options);
        command.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(),
                "-XX:AOTCache=" + unfinished(), "-cp", joinedClassPath()));
        return command;
    }

    public Path recording() {
        return caches.resolve(id() + ".aotconf");
    }

    public Path cache() {
        return caches.resolve(id() + ".aot");
    }

    public Path unfinished() {
        return caches.resolve(id() + ".aot.unfinished");
    }

    public boolean isCached() {
        return Files.exists(cache());
    }

    private String joinedClassPath() {
        return String.join(":", classPath.stream().map(Path::toString).toList());
    }

    /** A cache is of use only to the very JVM and options that it was recorded with; the heap's size may change. */
    private String id() {
        var conditions = System.getProperty("java.vm.version") + System.getProperty("java.home")
                + options.stream().filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-D")).toList();
        return name + "-" + HexFormat.of().toHexDigits(conditions.hashCode());
    }
}
