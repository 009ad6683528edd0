package news.kiosque.standalone.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is read of it is written elsewhere too. */
final class CopiedStream extends FilterInputStream {
    private final OutputStream copy;

    CopiedStream(InputStream original, OutputStream copy) {
        super(original);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            copy.write(bytes, offset, count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        copy.close();
        super.close();
    }
}
