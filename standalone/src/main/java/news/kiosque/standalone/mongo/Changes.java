package news.kiosque.standalone.mongo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** What one command changes, as it stands in the log. */
final class Changes {

    private static final byte PUT = 'p';
    private static final byte REMOVE = 'r';
    private static final byte DROP = 'd';

    /** Takes changes from the log: no key means that the table was dropped, no value that the key was removed. */
    interface Replay {
        void change(String table, byte @Nullable [] key, byte @Nullable [] value);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void set(String table, byte[] key, byte @Nullable [] value) {
        add(table, value == null ? REMOVE : PUT, key, value);
    }

    void drop(String table) {
        add(table, DROP, null, null);
    }

    private void add(String table, byte kind, byte @Nullable [] key, byte @Nullable [] value) {
        var out = new DataOutputStream(bytes);
        try {
            write(out, table.getBytes(StandardCharsets.UTF_8));
            out.writeByte(kind);
            write(out, key);
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, byte @Nullable [] part) throws IOException {
        if (part != null) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    int size() {
        return bytes.size();
    }

    /** All that was added since the last time. */
    byte[] take() {
        var taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    /** Drops what was added since the last time. */
    void forget() {
        bytes.reset();
    }

    static void replay(ByteBuffer changes, Replay replay) {
        while (changes.hasRemaining()) {
            var table = new String(bytes(changes), StandardCharsets.UTF_8);
            byte kind = changes.get();
            replay.change(table, kind == DROP ? null : bytes(changes), kind == PUT ? bytes(changes) : null);
        }
    }

    private static byte[] bytes(ByteBuffer from) {
        var bytes = new byte[from.getInt()];
        from.get(bytes);
        return bytes;
    }
}
