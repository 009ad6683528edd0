package news.kiosque.consent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A file of short lines that is only ever added to; used by one thread at a time. */
final class LinesFile {
    private static final int LONGEST_LINE = 4_096;

    private final Path file;
    private long knownSize = -1;
    private @Nullable String last;

    LinesFile(Path file) {
        this.file = file;
    }

    /** The last whole line; a line that a crash has cut off is taken away. */
    @Nullable
    String last() throws IOException {
        if (!Files.exists(file)) {
            knownSize = -1;
            return null;
        }
        if (Files.size(file) != knownSize) {
            look();
        }
        return last;
    }

    /** On disk when it returns. */
    void append(List<String> lines) throws IOException {
        last();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            knownSize = channel.size();
            last = lines.getLast();
        }
    }

    /** All of them, to be closed. */
    Stream<String> lines() throws IOException {
        return last() == null ? Stream.of() : Files.lines(file, US_ASCII);
    }

    private void look() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, LONGEST_LINE));
            while (end.hasRemaining() && channel.read(end, size - end.capacity() + end.position()) > 0) {
                // Reads on.
            }
            String text = new String(end.array(), US_ASCII);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            channel.truncate(size - text.length() + whole.length());
            knownSize = channel.size();
            last = whole.isEmpty() ? null : whole.lines().toList().getLast();
        }
    }
}
