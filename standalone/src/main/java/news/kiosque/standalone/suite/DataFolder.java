package news.kiosque.standalone.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import news.kiosque.standalone.key.Keys;

/** The folder that holds everything that one suite keeps. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Keys keys() {
        return new Keys(root.resolve("keys"));
    }

    public Path broker() {
        return root.resolve("broker");
    }

    /** Of the embedded server. */
    public Path mongo() {
        return root.resolve("mongo");
    }

    /** Of a real mongod, whose files are its own. */
    public Path mongod() {
        return root.resolve("mongod");
    }

    public Path service(String name) {
        return root.resolve("services").resolve(name);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path lock() {
        return root.resolve("run").resolve("lock");
    }

    public Path state() {
        return root.resolve("run").resolve("state.json");
    }

    /** Whether no suite has ever run here. */
    public boolean isFresh() {
        return !keys().exist();
    }

    /** Is there from the first start until the demo edition has been loaded whole. */
    public Path demoToDo() {
        return root.resolve("run").resolve("demo-to-do");
    }

    /** Is there while a restore puts things back, and stays when it breaks off. */
    public Path unfinishedRestore() {
        return root.resolve("run").resolve("restore-unfinished");
    }

    /** Whether nothing is there, not even the folder. */
    public boolean isEmpty() throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        try (var content = Files.list(root)) {
            return content.findFirst().isEmpty();
        }
    }

    public void make() throws IOException {
        Files.createDirectories(root.resolve("run"));
        Files.createDirectories(logs());
    }
}
