package news.kiosque.standalone.jvm;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar taken apart by Spring Boot's own tool: one thin jar and its libraries as files.
 *
 * @param jar the thin jar, whose manifest names the libraries
 */
public record ExtractedJar(Path jar) {
    /** Extracts the jar unless one with the same content has been before. */
    public static ExtractedJar of(Path fatJar, String service, Path prepared) throws IOException, InterruptedException {
        var folder = prepared.resolve(service + "-" + key(fatJar));
        var jar = folder.resolve(fatJar.getFileName());
        if (!Files.exists(jar)) {
            Files.createDirectories(prepared);
            var unfinished = Files.createTempDirectory(prepared, "unfinished-");
            extract(fatJar, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ExtractedJar(jar);
    }

    public Path folder() {
        return jar.getParent();
    }

    public String mainClass() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    /** Follows from what is in the jar, not from when it was built; its directory holds a checksum of every entry. */
    static String key(Path jar) throws IOException {
        var sum = new CRC32();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n").sorted()
                    .forEach(line -> sum.update(line.getBytes()));
            return HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + zip.size();
        }
    }

    private static void extract(Path jar, Path folder) throws IOException, InterruptedException {
        var command = List.of(Installation.java().toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder.toString());
        var tool = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        var output = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new IOException("Not extracted: " + jar + ": " + output);
        }
    }
}
