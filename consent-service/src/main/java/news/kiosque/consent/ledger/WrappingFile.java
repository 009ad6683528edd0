package news.kiosque.consent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/** The file of wrapping keys. It is replaced in one step, and what it held before is overwritten, also after a kill. */
final class WrappingFile {
    static final String NAME = "ledger-wrapping.key";
    private static final Object ONE_OF_THIS_PROCESS = new Object();

    private final Path folder;
    private final Path file;
    private final Path old;
    private final Path fresh;

    WrappingFile(Path folder) {
        this.folder = folder;
        file = folder.resolve(NAME);
        old = folder.resolve(NAME + ".old");
        fresh = folder.resolve(NAME + ".new");
    }

    List<WrappingKey> read() throws IOException {
        List<WrappingKey> keys = Files.readAllLines(file, US_ASCII).stream().filter(line -> !line.isBlank())
                .map(WrappingKey::parse).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no key");
        }
        return keys;
    }

    Instant changedAt() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    /** One change at a time, whatever number of instances share the folder. */
    void change(UnaryOperator<List<WrappingKey>> change) throws IOException {
        locked(() -> {
            List<WrappingKey> before = read();
            List<WrappingKey> after = change.apply(before);
            if (!after.equals(before)) {
                write(after);
                Files.createLink(old, file);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                reach(folder);
                destroy(old);
            }
        });
    }

    /** Destroys what a killed change has left behind. */
    void tidy() throws IOException {
        if (Files.exists(old) || Files.exists(fresh)) {
            locked(() -> {});
        }
    }

    private void locked(Work work) throws IOException {
        synchronized (ONE_OF_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(folder.resolve(NAME + ".lock"), CREATE, WRITE);
                    FileLock alone = channel.lock()) {
                if (Files.exists(old) && Files.isSameFile(old, file)) {
                    // Killed before the new file took the name: this is a second name of the keys that are in use.
                    Files.delete(old);
                }
                destroy(old);
                destroy(fresh);
                work.run();
            }
        }
    }

    private void write(List<WrappingKey> keys) throws IOException {
        Files.createFile(fresh);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(fresh, keys.stream().map(WrappingKey::line).toList(), US_ASCII);
        reach(fresh);
    }

    private static void destroy(Path file) throws IOException {
        if (Files.exists(file)) {
            byte[] noise = new byte[(int) Files.size(file)];
            new SecureRandom().nextBytes(noise);
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                for (ByteBuffer bytes = ByteBuffer.wrap(noise); bytes.hasRemaining();) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.delete(file);
        }
    }

    private static void reach(Path disk) throws IOException {
        try (FileChannel channel = FileChannel.open(disk, READ)) {
            channel.force(true);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
