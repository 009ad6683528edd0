package news.kiosque.recommendation.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name of an instance, which lasts as long as its folder. */
final class InstanceId {

    private InstanceId() {}

    static String in(Path data) {
        Path file = data.resolve("instance");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("This instance cannot keep its name in " + file, e);
        }
    }
}
