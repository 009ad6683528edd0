package news.kiosque.standalone.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a backup: a line that names the format; compressed, the parts, each with its title, its items and their number,
 * and an end mark; and behind that the checksum of the whole file.
 */
final class BackupWriter {
    private static final int BUFFER = 1 << 16;

    private final OutputStream file;
    private final DigestOutputStream checked;
    private final DeflaterOutputStream compressed;
    private final DataOutputStream body;
    private long items;

    BackupWriter(OutputStream file) throws IOException {
        this.file = file;
        checked = new DigestOutputStream(new BufferedOutputStream(file, BUFFER), Format.digest());
        checked.write(Format.LINE);
        compressed = new DeflaterOutputStream(checked, new Deflater(Deflater.BEST_SPEED), BUFFER);
        body = new DataOutputStream(new BufferedOutputStream(compressed, BUFFER));
    }

    void begin(Part part) throws IOException {
        body.writeUTF(part.title());
        items = 0;
    }

    void item(byte[] bytes) throws IOException {
        body.writeInt(bytes.length);
        body.write(bytes);
        items++;
    }

    /** @return how many items the part has */
    long end() throws IOException {
        body.writeInt(Format.END_OF_PART);
        body.writeLong(items);
        return items;
    }

    /** Without this the file is not a backup. */
    void finish() throws IOException {
        body.writeUTF(Format.END);
        body.flush();
        compressed.finish();
        checked.flush();
        file.write(checked.getMessageDigest().digest());
    }
}
