package news.kiosque.standalone.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An archive as it is read: plain or gzip, whichever its first bytes say. */
public final class ArchiveInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Counted raw;
    private final InputStream content;
    private final long size;

    private ArchiveInput(InputStream in, long size) throws IOException {
        this.raw = new Counted(in);
        this.size = size;
        var start = new BufferedInputStream(raw, BUFFER);
        start.mark(2);
        boolean packed = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        this.content = packed ? new BufferedInputStream(new GZIPInputStream(start, BUFFER), BUFFER) : start;
    }

    public static ArchiveInput of(Path file) throws IOException {
        return new ArchiveInput(Files.newInputStream(file), Files.size(file));
    }

    /** One whose end nobody knows, such as standard input. */
    public static ArchiveInput of(InputStream in) throws IOException {
        return new ArchiveInput(in, -1);
    }

    InputStream content() {
        return content;
    }

    /** How much of it is read, from 0 to 1; negative when that cannot be told. */
    double progress() {
        return size > 0 ? Math.min(1, (double) raw.count / size) : -1;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        @SuppressWarnings("NonAtomicOperationOnVolatileField")
        private void count(int more) {
            count += more;
        }
    }
}
