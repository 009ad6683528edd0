package news.kiosque.standalone.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What only one launcher a data folder can hold; the system lets go of it when the launcher ends, however it ends. */
public final class SuiteLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLISECONDS = 50;

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another launcher has it; a status command that looks has it for a moment only. */
    public static Optional<SuiteLock> take(DataFolder data) throws IOException, InterruptedException {
        var channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var end = Instant.now().plus(PATIENCE);
        do {
            if (channel.tryLock() != null) {
                return Optional.of(new SuiteLock(channel));
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        } while (Instant.now().isBefore(end));
        channel.close();
        return Optional.empty();
    }

    /** Whether a launcher is running in this data folder. */
    public static boolean isHeld(DataFolder data) throws IOException {
        if (!Files.exists(data.lock())) {
            return false;
        }
        try (var channel = FileChannel.open(data.lock(), StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
