package news.kiosque.standalone.mongo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The commands since the last checkpoint, in batches that reach the disk as a whole or not at all.
 *
 * <p>A batch is a header of 24 bytes (mark, number, length, CRC-32C) and the commands. The file grows in large steps of
 * zeros, so that syncing a batch writes its bytes and seldom the file's size.
 */
final class CommandLog implements Closeable {

    private static final long MARK = 0x4B494F53_514C4F47L;
    private static final int HEADER = 24;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 20);

    private final Path file;
    private final FileChannel channel;
    private volatile long position;
    private long size;
    private long batch;

    private CommandLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static CommandLog create(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var log = new CommandLog(file, channel);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            log.extend(1);
            channel.force(true);
            folder.force(true);
            return log;
        } catch (IOException e) {
            log.delete();
            throw e;
        }
    }

    /** Returns when the batch is on the disk. */
    void write(List<byte[]> commands) throws IOException {
        var changes = commands.stream().map(ByteBuffer::wrap).toList();
        int length = changes.stream().mapToInt(ByteBuffer::remaining).sum();
        var header = ByteBuffer.allocate(HEADER).putLong(MARK).putLong(batch).putInt(length)
                .putInt(checksum(batch, changes)).flip();
        var parts = Stream.concat(Stream.of(header), changes.stream()).toArray(ByteBuffer[]::new);
        long end = position + HEADER + length;
        extend(end);
        channel.position(position);
        while (channel.position() < end) {
            channel.write(parts);
        }
        channel.force(false);
        position = end;
        batch++;
    }

    private void extend(long needed) throws IOException {
        while (size < needed) {
            size += channel.write(ZEROS.duplicate(), size);
        }
    }

    long length() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Whether no batch was ever begun in it. */
    static boolean isEmpty(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var mark = ByteBuffer.allocate(Long.BYTES);
            return channel.read(mark, 0) < Long.BYTES || mark.getLong(0) == 0;
        }
    }

    /**
     * Reads all batches in order. A last batch that was cut short was never acknowledged and is left out.
     *
     * @param last whether nothing was written after this log
     * @throws StoreUnreadable when a batch is damaged that was complete once
     */
    static void read(Path store, Path file, boolean last, Consumer<ByteBuffer> batches) throws IOException {
        try (var channel = FileChannel.open(file)) {
            read(store, file, last, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), batches);
        }
    }

    private static void read(Path store, Path file, boolean last, ByteBuffer content, Consumer<ByteBuffer> batches) {
        for (long number = 0; content.remaining() >= HEADER && content.getLong(content.position()) != 0; number++) {
            int start = content.position();
            int length = content.getInt(start + 16);
            boolean whole = content.getLong(start) == MARK && content.getLong(start + 8) == number && length > 0
                    && length <= content.remaining() - HEADER
                    && content.getInt(start + 20) == checksum(number, List.of(content.slice(start + HEADER, length)));
            if (!whole) {
                if (!last || markFollows(content, start + 1, number)) {
                    throw new StoreUnreadable(store, "its log " + file.getFileName() + " is damaged at byte " + start,
                            null);
                }
                return;
            }
            batches.accept(content.slice(start + HEADER, length));
            content.position(start + HEADER + length);
        }
        if (markFollows(content, content.position(), -1)) {
            throw new StoreUnreadable(store,
                    "its log " + file.getFileName() + " is damaged at byte " + content.position(), null);
        }
    }

    private static boolean markFollows(ByteBuffer content, int from, long after) {
        for (int at = from; at <= content.limit() - HEADER; at++) {
            if (content.get(at) == (byte) (MARK >>> 56) && content.getLong(at) == MARK
                    && content.getLong(at + 8) > after) {
                return true;
            }
        }
        return false;
    }

    private static int checksum(long number, List<ByteBuffer> changes) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        changes.forEach(part -> crc.update(part.duplicate()));
        return (int) crc.getValue();
    }
}
