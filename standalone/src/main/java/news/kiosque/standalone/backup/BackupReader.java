package news.kiosque.standalone.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Reads a backup, as often as one likes, once it is known to be whole. */
final class BackupReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 64;

    private final Path path;

    private BackupReader(Path path) {
        this.path = path;
    }

    /** Takes what is in a backup, item by item. */
    interface Taker {
        void item(Part part, byte[] bytes) throws IOException;

        /** All of the part has been handed out. */
        default void end(Part part) throws IOException {}
    }

    /** @throws NotABackup when it is none, is of a later version, was cut short or was changed */
    static BackupReader of(Path path) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            var digest = Format.digest();
            digest.update(formatLine(file));
            long left = Files.size(path) - Format.LINE.length - Format.DIGEST_BYTES;
            var buffer = new byte[BUFFER];
            while (left > 0) {
                int read = file.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            if (!MessageDigest.isEqual(digest.digest(), file.readNBytes(Format.DIGEST_BYTES))) {
                throw new NotABackup("it was cut short or changed: its checksum is not that of its content");
            }
        }
        return new BackupReader(path);
    }

    void read(Taker taker) throws IOException {
        try (var file = Files.newInputStream(path)) {
            file.skipNBytes(Format.LINE.length);
            var body = new DataInputStream(
                    new BufferedInputStream(new InflaterInputStream(file, new Inflater(), BUFFER),
                            BUFFER));
            for (var title = body.readUTF(); !title.equals(Format.END); title = body.readUTF()) {
                part(Part.parse(title), body, taker);
            }
        }
    }

    private static void part(Part part, DataInputStream body, Taker taker) throws IOException {
        long items = 0;
        for (int length = body.readInt(); length != Format.END_OF_PART; length = body.readInt()) {
            var bytes = new byte[length];
            body.readFully(bytes);
            taker.item(part, bytes);
            items++;
        }
        if (body.readLong() != items) {
            throw new NotABackup("part " + part.title() + " does not have as many items as it says");
        }
        taker.end(part);
    }

    private static byte[] formatLine(InputStream file) throws IOException {
        file.mark(LONGEST_LINE);
        var found = new String(file.readNBytes(LONGEST_LINE), US_ASCII).lines().findFirst().orElse("");
        file.reset();
        var line = file.readNBytes(Format.LINE.length);
        if (!Arrays.equals(line, Format.LINE)) {
            throw new NotABackup(found.matches(Format.NAME + "[0-9]+")
                    ? "it is of format " + found.substring(Format.NAME.length())
                            + ", and this version of Kiosque reads "
                            + Format.VERSION + ": restore it with the version that made it, or a later one"
                    : "it is not a backup of Kiosque's");
        }
        return line;
    }
}
