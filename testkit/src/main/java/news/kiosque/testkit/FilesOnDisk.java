package news.kiosque.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** All bytes of all files below some folders, to be searched; blocks of zeros, which servers set aside, are left out. */
public final class FilesOnDisk {
    private static final int BLOCK = 1 << 16;
    private static final byte[] ZEROS = new byte[BLOCK];

    private final List<String> contents;

    public FilesOnDisk(Path... folders) {
        contents = Stream.of(folders).flatMap(FilesOnDisk::files).map(FilesOnDisk::read).toList();
    }

    public boolean contain(byte[] bytes) {
        return contain(new String(bytes, ISO_8859_1));
    }

    /** @param text of ASCII */
    public boolean contain(String text) {
        return contents.stream().anyMatch(content -> content.contains(text));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        StringBuilder content = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                if (!Arrays.equals(block, 0, block.length, ZEROS, 0, block.length)) {
                    content.append(new String(block, ISO_8859_1));
                }
            }
            return content.toString();
        } catch (NoSuchFileException goneMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
