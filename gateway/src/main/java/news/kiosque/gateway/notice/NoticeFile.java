package news.kiosque.gateway.notice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import news.kiosque.events.NoticePublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last notices known, on this instance's disk: a gateway that starts alone still asks its readers. */
final class NoticeFile {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeFile.class);

    private final Path file;

    NoticeFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** None when there is no file, or it cannot be read: then the others tell. */
    List<NoticePublished> read() {
        try {
            return Files.exists(file) ? NoticeJson.read(Files.readAllBytes(file)) : List.of();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read, and will be written anew: {}", file, e.toString());
            return List.of();
        }
    }

    /** Whole or not at all. A disk that takes nothing is no reason to show readers nothing. */
    synchronized void write(List<NoticePublished> notices) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.write(fresh, NoticeJson.write(notices));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The notices could not be kept at {}: {}", file, e.toString());
        }
    }
}
