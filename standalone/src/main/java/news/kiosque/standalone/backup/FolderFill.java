package news.kiosque.standalone.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import news.kiosque.standalone.suite.DataFolder;
import org.jspecify.annotations.Nullable;

/** Puts a backup's files into a data folder, where only their owner may read them. */
final class FolderFill implements BackupReader.Taker {
    private final DataFolder data;
    private @Nullable FileChannel open;

    FolderFill(DataFolder data) {
        this.data = data;
    }

    @Override
    public void item(Part part, byte[] bytes) throws IOException {
        if (part.kind() == Part.Kind.file) {
            var file = opened(part);
            for (var left = ByteBuffer.wrap(bytes); left.hasRemaining();) {
                file.write(left);
            }
        }
    }

    @Override
    public void end(Part part) throws IOException {
        if (part.kind() == Part.Kind.file) {
            try (var file = opened(part)) {
                file.force(true);
            }
            open = null;
        }
    }

    private FileChannel opened(Part part) throws IOException {
        if (open == null) {
            var file = data.root().resolve(part.name()).normalize();
            if (!file.startsWith(data.root())) {
                throw new NotABackup("it has a file that lies outside of the data folder: " + part.name());
            }
            Files.createDirectories(parent(file));
            open = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(file));
        }
        return open;
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /** The attributes of a file that nobody else may read, where the file system knows of owners. */
    static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
